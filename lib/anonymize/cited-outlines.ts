// Of the outlines only those leave that shipped steps cite, in their plain form. What came after the last step is not
// known of a piece in the middle, so it leaves of none.
import type { Outline } from "../../schemas/outline.ts";
import type { NumberedStep } from "../../schemas/trajectory.ts";
import { isInLeft, nodesAround, type PlainOutline, plainOutline } from "./plain-outline.ts";
import type { Draft } from "./rule.ts";
import type { WordsOf } from "./words.ts";

/** Names a page state as a tool's step cites it: what is published depends on the tool, what is shown on the place. */
const keyOf = (hash: string, tool: string, node: number | null): string => `${hash} ${tool} ${node}`;

interface Page {
  outline: Outline;
  positions: PlainOutline["positions"];
}

/** Page states in the form in which they may leave, under the hash of that form. */
export type Pages = ReadonlyMap<string, Page>;

/** Each plain form and all that cite it. Hashing is not done here: some do it at once, some wait for it. */
export function plainPages(
  steps: readonly NumberedStep[],
  outlines: readonly Outline[],
  wordsOf: WordsOf,
): { keys: string[]; plain: PlainOutline }[] {
  const held = new Map(outlines.map(({ hash, nodes }) => [hash, nodes]));
  const made = new Map<string, { keys: string[]; plain: PlainOutline }>();
  const add = (key: string, form: string, plain: () => PlainOutline) => {
    const known = made.get(form) ?? { keys: [], plain: plain() };
    made.set(form, known);
    if (!known.keys.includes(key)) known.keys.push(key);
  };
  for (const { step } of steps) {
    const { hash, node } = step.outline ?? { hash: "", node: null };
    const nodes = held.get(hash);
    if (!nodes) continue;
    const words = wordsOf(step.tool);
    const around = nodesAround(nodes, node);
    const bare = keyOf(hash, step.tool, null);
    add(bare, bare, () => plainOutline(nodes, words));
    const own = keyOf(hash, step.tool, node);
    add(own, isInLeft(nodes, around) ? own : bare, () => plainOutline(nodes, words, around));
  }
  return [...made.values()];
}

interface Cited {
  drafts: Draft[];
  outlines: Outline[];
}

/** In the order of first use. A step whose outline is not there goes without it. */
export function citedOutlines(drafts: readonly Draft[], pages: Pages): Cited {
  const used = new Map<string, Outline>();
  const kept = drafts.map(({ outline, ...draft }): Draft => {
    if (!outline) return draft;
    const { hash, node, seenIn = hash } = outline;
    const at = (state: string, place: number | null) => pages.get(keyOf(state, draft.tool, place));
    const own = at(seenIn, node);
    const page = seenIn === hash ? own : at(hash, null);
    if (!page) return draft;
    used.set(page.outline.hash, page.outline);
    // A place in another state is the same where nothing but what is filled in differs.
    const isSame = own?.outline.hash === page.outline.hash;
    const place = isSame && node !== null ? (own.positions.get(node) ?? null) : null;
    return { ...draft, outline: { hash: page.outline.hash, node: place } };
  });
  return { drafts: kept, outlines: [...used.values()] };
}
