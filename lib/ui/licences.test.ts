import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isTest, read, root, sources } from "../architecture/tree.ts";
import licences from "./licences.json";

const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as { license: string };

test.each(Object.entries(licences.packages))("%s is under %s", (name, licence) => {
  expect(manifestOf(`node_modules/${name}`).license).toBe(licence);
});

test("our own licence is that of the repository", () => {
  expect(manifestOf(".").license).toBe(licences.own);
});

test("every package that the extension's code imports is listed", () => {
  const code = sources.filter((path) => /^(lib|entrypoints|schemas)\//.test(path) && !isTest(path));
  const packages = code
    .filter((path) => !/testing|fake-|\/architecture\/|read-(messages|sources)/.test(path))
    .flatMap((path) => [...read(path).matchAll(/^(?:import|export) (?!type)[^"]*from "([^."#][^"]*)"/gm)])
    .map(([, name]) =>
      name!
        .split("/")
        .slice(0, name!.startsWith("@") ? 2 : 1)
        .join("/"),
    );
  const shipped = [...new Set(packages)].filter((name) => !name.startsWith("node:") && name !== "vitest");
  expect(shipped.filter((name) => !Object.hasOwn(licences.packages, name))).toEqual([]);
  expect(shipped.length).toBeGreaterThan(4);
});
