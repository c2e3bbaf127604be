import { expect, test } from "vitest";
import { readReplayArguments } from "./arguments.ts";

const needed = ["--from", "c.sqlite", "--at", "http://127.0.0.1:1880/"];

test("trajectories are replayed in the order in which they are named", () => {
  expect(readReplayArguments([...needed, "--id", "B", "--id", "A"])).toMatchObject({ ids: ["B", "A"] });
  expect(readReplayArguments(needed)).toMatchObject({ ids: [], show: false });
});

test("an id that begins with a dash is an id", () => {
  const ids = ["-bcdefghijklmnopqrstuA", "--cdefghijklmnopqrstuA", "abcdefghijklmnopqrstuA"];
  const named = ids.flatMap((id) => ["--id", id]);
  expect(readReplayArguments([...needed, ...named, "--show"])).toMatchObject({ ids, show: true });
});

test("help is no mistake", () => {
  expect(readReplayArguments(["--help"])).toBeNull();
});

test.each([
  [[]],
  [["--from", "c.sqlite"]],
  [["--from", "c.sqlite", "--at", "127.0.0.1"]],
  [["--from", "c.sqlite", "--at", "file:///etc"]],
  [[...needed, "more"]],
  [[...needed, "--steps", "3"]],
])("%j is refused", (args) => {
  expect(() => readReplayArguments(args)).toThrow();
});
