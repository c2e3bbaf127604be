import { expect, test } from "vitest";
import type { Outline } from "../../schemas/outline.ts";
import { citedOutlines } from "./cited-outlines.ts";
import type { Draft } from "./rule.ts";

const outline = (hash: string): Outline => ({ hash, nodes: [{ parent: null, role: "document" }] });
const draft = (hash?: string): Draft => ({
  kind: "click",
  route: null,
  effect: "nothing",
  ...(hash !== undefined && { outline: { hash, node: 0 } }),
});
const all = ["a", "b", "c", "d"].map(outline);
const hashes = (drafts: Draft[], last?: string, held = all) =>
  citedOutlines(drafts, { outlines: held, last }).outlines.map(({ hash }) => hash);

test("only what is cited, in the order of first use, and the last at the end", () => {
  expect(hashes([draft("c"), draft(), draft("a"), draft("c")])).toEqual(["c", "a"]);
  expect(hashes([draft("c"), draft("a")], "d")).toEqual(["c", "a", "d"]);
  expect(hashes([draft("c"), draft("a")], "c")).toEqual(["a", "c"]);
  expect(hashes([draft()], "x")).toEqual([]);
});

test("a step whose outline is not there goes without it", () => {
  const { drafts } = citedOutlines([draft("a"), draft("x")], { outlines: all, last: undefined });
  expect(drafts.map((one) => one.outline)).toEqual([{ hash: "a", node: 0 }, undefined]);
  expect(drafts[1]).not.toHaveProperty("outline");
});
