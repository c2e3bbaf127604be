import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../testing.ts";
import { readArguments } from "./arguments.ts";

const needed = ["build", "--from", "c.sqlite", "--out", "out"];

test("files may follow one flag or have a flag each", () => {
  const vocabularies = ["a.json", "b.json"];
  expect(readArguments([...needed, "--vocabulary", "a.json", "b.json"])).toMatchObject({ vocabularies });
  expect(readArguments([...needed, "--vocabulary", "a.json", "--vocabulary", "b.json"])).toMatchObject({
    vocabularies,
  });
});

test("without files, the vocabularies of the examples are taken, wherever it is run", () => {
  for (const file of readArguments(needed).vocabularies)
    expect(file).toMatch(/examples.[^/\\]+.vocabulary\.json$/);
});

test.each([
  [[]],
  [["build"]],
  [["build", "--from", "a"]],
  [[...needed, "b.json"]],
  [["--erase"]],
  [["erase", ...needed]],
  [[...needed, "--seed", "1.5"]],
])("%j is refused", (args) => {
  expect(() => readArguments(args)).toThrow();
});

test("a collector's file that is not there is not made", () => {
  const missing = join(temporaryFolder(onTestFinished), "missing.sqlite");
  const args = ["build", "--from", missing, "--out", `${missing}.out`];
  const command = [join(import.meta.dirname, "main.ts"), ...args];
  expect(() => execFileSync(process.execPath, command, { stdio: "pipe" })).toThrow(/No dataset was built/);
  expect(existsSync(missing)).toBe(false);
});
