import { expect, test } from "vitest";
import type { Outline } from "../../schemas/outline.ts";
import type { NumberedStep } from "../../schemas/trajectory.ts";
import { citedOutlines, type Pages, plainPages } from "./cited-outlines.ts";
import { plainOutline } from "./plain-outline.ts";
import { click, words } from "./testing-drafts.ts";

const tool = click().tool;
const nodes: Outline["nodes"] = [
  { parent: null, role: "document" },
  { parent: 0, role: "navigation", state: ["expanded"] },
  { parent: 0, role: "main" },
  { parent: 1, role: "link", name: 2 },
  { parent: 2, role: "textbox", name: 3, state: ["filled"] },
  { parent: 2, role: "tab", name: 2, state: ["selected", "expanded"] },
  { parent: 0, role: "menu" },
  { parent: 6, role: "menuitem", name: 0 },
];
const wide: Outline = { hash: "wide", nodes };

test("a page in a small window, in another language, with a menu open and half filled in, is the same page", () => {
  const other: Outline["nodes"] = [
    { parent: null, role: "document" },
    { parent: 0, role: "main" },
    { parent: 1, role: "textbox", state: ["empty"] },
    { parent: 1, role: "tab", name: 2, state: ["selected"] },
  ];
  const plain = plainOutline(nodes, words);
  expect(plain.nodes).toEqual(plainOutline(other, words).nodes);
  expect([...plain.positions]).toEqual([
    [0, 0],
    [2, 1],
    [4, 2],
    [5, 3],
  ]);
});

const step = (hash: string, node: number | null) => click({ outline: { hash, node } });
const stored = (...drafts: object[]) => drafts.map((step, n) => ({ n, step })) as unknown as NumberedStep[];
const pagesOf = (...hashes: string[]): Pages => {
  const all = hashes.map((hash) => ({
    hash,
    nodes: [...nodes.slice(0, 3), { parent: 2, role: "row" as const }],
  }));
  const drafts = hashes.map((hash) => step(hash, null));
  return new Map(
    plainPages(stored(...drafts), all, () => words).map(({ key, plain: { nodes, positions } }) => [
      key,
      { outline: { hash: `plain ${key.split(" ")[0]}`, nodes }, positions },
    ]),
  );
};

test("only what is cited, in the order of first use, in its plain form and under that form's hash", () => {
  const { drafts, outlines } = citedOutlines(
    [step("c", 3), click(), step("a", 1), step("c", null)],
    pagesOf("a", "b", "c"),
  );
  expect(outlines.map(({ hash }) => hash)).toEqual(["plain c", "plain a"]);
  expect(drafts.map(({ outline }) => outline)).toEqual([
    { hash: "plain c", node: 2 },
    undefined,
    { hash: "plain a", node: null },
    { hash: "plain c", node: null },
  ]);
});

test("a step whose outline is not there goes without it", () => {
  const { drafts, outlines } = citedOutlines([step("x", 0)], pagesOf("a"));
  expect(drafts[0]).not.toHaveProperty("outline");
  expect(outlines).toEqual([]);
  expect(plainPages(stored(step("x", 0)), [wide], () => words)).toEqual([]);
});

test("a state that two tools show is plain in the words of each", () => {
  const pages = plainPages(stored(step("wide", 0), { ...step("wide", 0), tool: "B" }), [wide], () => words);
  expect(pages.map(({ key }) => key)).toEqual([`wide ${tool}`, "wide B"]);
});
