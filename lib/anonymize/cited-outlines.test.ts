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
  const drafts = hashes.flatMap((hash) => [3, 1].map((node) => step(hash, node)));
  return new Map(
    plainPages(stored(...drafts), all, () => words).flatMap(({ keys, plain: { nodes, positions } }) => {
      const page = { outline: { hash: `plain ${keys[0]!.split(" ")[0]}`, nodes }, positions };
      return keys.map((key) => [key, page] as const);
    }),
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
    { hash: "plain a", node: 1 },
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
  expect(pages.map(({ keys }) => keys)).toEqual([
    [`wide ${tool} null`, `wide ${tool} 0`],
    ["wide B null", "wide B 0"],
  ]);
});

test("what was acted in stays: the item of a menu is there, and is not where another step cites the state", () => {
  const [bare, inMenu] = plainPages(stored(step("wide", 2), step("wide", 7)), [wide], () => words);
  const rolesOf = (one: typeof bare) => one!.plain.nodes.map(({ role }) => role);
  expect(rolesOf(bare)).toEqual(["document", "main", "textbox", "tab"]);
  expect(rolesOf(inMenu)).toEqual(["document", "main", "textbox", "tab", "menu", "menuitem"]);
  expect([bare!.keys, inMenu!.keys]).toEqual([[`wide ${tool} null`, `wide ${tool} 2`], [`wide ${tool} 7`]]);
});

test("a field's place in the state before the run: the same where only what is filled in differs", () => {
  const page = (hash: string, nodes: Outline["nodes"]) => ({
    outline: { hash, nodes },
    positions: new Map([[4, 2]]),
  });
  const [same, changed] = [page("plain", nodes), page("other", nodes)];
  const cite = (own: typeof same) => {
    const pages = new Map([
      [`first ${tool} null`, same],
      [`later ${tool} 4`, own],
    ]);
    const draft = click({ outline: { hash: "first", node: 4, seenIn: "later" } });
    return citedOutlines([draft], pages).drafts[0]!.outline;
  };
  expect(cite(same)).toEqual({ hash: "plain", node: 2 });
  expect(cite(changed)).toEqual({ hash: "plain", node: null });
});
