import { expect, it } from "vitest";
import { readCommand } from "./arguments.ts";

it("takes several message files, wherever the address stands", () => {
  const options = { messages: ["en.json", "de=b.json"], depth: "2" };
  const address = "http://127.0.0.1:1/";
  for (const args of [
    [address, "--messages", "en.json", "de=b.json", "--depth", "2"],
    ["--depth", "2", "--messages", "en.json", "de=b.json", address],
  ])
    expect(readCommand(args)).toMatchObject({ name: "crawl", address, options });
});

it("tells the commands apart", () => {
  expect(readCommand(["--diff", "a", "b"])).toEqual({ name: "diff", old: "a", now: "b" });
  expect(readCommand(["--check", "a"])).toEqual({ name: "check", file: "a", reviewed: undefined });
  expect(readCommand(["--coverage", "a", "s.jsonl"])).toMatchObject({
    name: "coverage",
    file: "a",
    of: "s.jsonl",
  });
  expect(readCommand(["--messages", "en.json"])).toMatchObject({ name: "crawl", address: undefined });
});

it("refuses what makes no sense, so that nothing is crawled by mistake", () => {
  for (const args of [
    [],
    ["not an address"],
    ["--diff", "a"],
    ["--coverage", "a"],
    ["http://a.example", "--depth", "x"],
  ])
    expect(() => readCommand(args)).toThrow();
  expect(() => readCommand(["http://a.example", "--wrong"])).toThrow(/Unknown option/);
});
