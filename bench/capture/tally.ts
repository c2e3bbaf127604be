// Figures of the pairs, kind by kind. Pure.
import type { Pair } from "./compare.ts";

export interface KindFigures {
  expected: number;
  recorded: number;
  matched: number;
  /** Of the matched ones, those with the right target, and with the right measures. */
  rightTarget: number;
  rightMeasures: number;
}

const none = (): KindFigures => ({ expected: 0, recorded: 0, matched: 0, rightTarget: 0, rightMeasures: 0 });

/** Adds pairs to the figures of their kinds. */
export function tally(
  pairs: readonly Pair[],
  figures: Map<string, KindFigures> = new Map(),
): Map<string, KindFigures> {
  for (const { truth, recorded, target, measures } of pairs) {
    const kind = (truth ?? recorded)!.kind;
    const one = figures.get(kind) ?? none();
    figures.set(kind, one);
    if (truth) one.expected++;
    if (recorded) one.recorded++;
    if (!truth || !recorded) continue;
    one.matched++;
    if (target) one.rightTarget++;
    if (measures) one.rightMeasures++;
  }
  return figures;
}

/** A part of a whole; nothing missing of nothing is all. */
export const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

export const isPerfect = (one: KindFigures): boolean =>
  one.matched === one.expected &&
  one.matched === one.recorded &&
  one.rightTarget === one.matched &&
  one.rightMeasures === one.matched;
