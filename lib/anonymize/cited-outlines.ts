// Of the outlines only those leave that shipped steps cite, and the last. They hold nothing that depends on the
// person: no box, no window, rough counts, and of a draft only that there is one.
import type { Outline } from "../../schemas/outline.ts";
import type { Draft } from "./rule.ts";

interface Cited {
  drafts: Draft[];
  outlines: Outline[];
}

/** In the order of first use, the last at the end. A step whose outline is not there goes without it. */
export function citedOutlines(
  drafts: readonly Draft[],
  { outlines, last }: { outlines: readonly Outline[]; last: string | undefined },
): Cited {
  const held = new Map(outlines.map((outline) => [outline.hash, outline]));
  const kept = drafts.map(({ outline, ...draft }): Draft => {
    const cites = outline && held.has(outline.hash);
    return cites ? { ...draft, outline } : draft;
  });
  const hashes = new Set(kept.flatMap(({ outline }) => outline?.hash ?? []));
  if (last !== undefined) {
    // At the end, whoever cited it before.
    hashes.delete(last);
    hashes.add(last);
  }
  return { drafts: kept, outlines: [...hashes].flatMap((hash) => held.get(hash) ?? []) };
}
