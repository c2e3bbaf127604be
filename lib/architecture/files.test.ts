import { readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, it } from "vitest";
import { isTest, read, root, sources } from "./tree.ts";

const lines = (path: string): number => read(path).trimEnd().split("\n").length;

describe("the files of the repository", () => {
  it("are named in kebab-case and for what they hold", () => {
    const parts = (path: string) => posix.basename(path).replace(/(\.(test|spec|config|d))?\.[a-z]+$/, "");
    const wrong = sources.filter((path) => {
      const names = [...posix.dirname(path).split("/"), parts(path)];
      return names.some(
        (name) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || /^(utils?|helpers?|common|misc)$/.test(name),
      );
    });
    expect(wrong.filter((path) => !path.includes("/__snapshots__/"))).toEqual([]);
  });

  it("have at most 200 lines, tests 300, the index of an entrypoint 60", () => {
    const wrong = sources.flatMap((path) => {
      const index = /^entrypoints\/([a-z-]+|[a-z-]+\/(index|main))\.tsx?$/.test(path);
      const most = index ? 60 : isTest(path) ? 300 : 200;
      return lines(path) > most ? [`${path}: ${lines(path)} lines, at most ${most}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  it("skip no test, pick none out and wait for no clock", () => {
    // Written in pieces, so that this file is not a finding of its own.
    const refused = new RegExp(
      [String.raw`\.sk${"ip"}\(`, String.raw`\.on${"ly"}\(`, `waitFor${"Timeout"}`].join("|"),
    );
    expect(sources.filter((path) => isTest(path) && refused.test(read(path)))).toEqual([]);
  });
});

describe("recorders", () => {
  const folder = join(root, "lib", "recorders");
  const kinds = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

  it.each(kinds)("%s has its three files and is listed twice", (kind) => {
    const three = ["recorder.test.ts", "recorder.ts", "schema.ts"];
    // A recorder may keep a piece of its own beside the three, such as the typing recorder's burst.
    expect(readdirSync(join(folder, kind))).toEqual(expect.arrayContaining(three));
    expect(read("lib/recorders/schemas.ts")).toContain(`from "./${kind}/schema.ts"`);
    expect(read("lib/recorders/index.ts")).toContain(`from "./${kind}/recorder.ts"`);
  });
});
