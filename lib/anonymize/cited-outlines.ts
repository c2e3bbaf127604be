// Of the outlines only those leave that shipped steps cite, in their plain form. What came after the last step is not
// known of a piece in the middle, so it leaves of none.
import type { Outline, OutlineNode } from "../../schemas/outline.ts";
import type { NumberedStep } from "../../schemas/trajectory.ts";
import { type PlainOutline, plainOutline } from "./plain-outline.ts";
import type { Draft } from "./rule.ts";
import type { WordsOf } from "./words.ts";

/** Names a page state as a tool's steps cite it: what is published depends on the tool. */
const keyOf = (hash: string, tool: string): string => `${hash} ${tool}`;

/** Page states in the form in which they may leave, under the hash of that form. */
export type Pages = ReadonlyMap<string, { outline: Outline; positions: PlainOutline["positions"] }>;

/** Hashing is not done here: some do it at once, some wait for it. */
export function plainPages(
  steps: readonly NumberedStep[],
  outlines: readonly Outline[],
  wordsOf: WordsOf,
): { key: string; plain: PlainOutline }[] {
  const held = new Map(outlines.map(({ hash, nodes }) => [hash, nodes]));
  const cited = new Map<string, { tool: string; nodes: readonly OutlineNode[] }>();
  for (const { step } of steps) {
    const nodes = step.outline && held.get(step.outline.hash);
    if (nodes) cited.set(keyOf(step.outline!.hash, step.tool), { tool: step.tool, nodes });
  }
  return [...cited].map(([key, { tool, nodes }]) => ({ key, plain: plainOutline(nodes, wordsOf(tool)) }));
}

interface Cited {
  drafts: Draft[];
  outlines: Outline[];
}

/** In the order of first use. A step whose outline is not there goes without it. */
export function citedOutlines(drafts: readonly Draft[], pages: Pages): Cited {
  const used = new Map<string, Outline>();
  const kept = drafts.map(({ outline, ...draft }): Draft => {
    const page = outline && pages.get(keyOf(outline.hash, draft.tool));
    if (!page) return draft;
    const { hash } = page.outline;
    used.set(hash, page.outline);
    const node = outline.node === null ? null : (page.positions.get(outline.node) ?? null);
    return { ...draft, outline: { hash, node } };
  });
  return { drafts: kept, outlines: [...used.values()] };
}
