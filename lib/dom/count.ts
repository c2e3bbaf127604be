// Which of the elements that a selector may find an element is: a bounded search, proof of what the selector says.
import type { Candidates } from "./candidates.ts";
import { firstOf, isRendered } from "./native.ts";
import { positionIn } from "./position.ts";
import { rowsInside } from "./repeated.ts";
import { search } from "./searches.ts";

/** Most elements that are looked at one by one. */
export const mostCandidates = 200;
/** Most that the browser alone counts (schemas/target.ts). */
const mostCounted = 1_000_000;

export interface Counted {
  /** Left out where there is only this one. */
  nth?: number;
  /** Whether `nth` depends on how many rows, items or cards there are. */
  countsRows?: true;
}

/** Null where the bound is too small to tell. */
export function countIn(scope: Node, element: Element, { css, fits }: Candidates): Counted | null {
  const found = search(scope, css);
  const at = positionIn(found, element);
  if (at === null || (fits && (at > mostCandidates || !fits(element)))) return null;
  // Where there is nothing to ask, the browser alone counts.
  const before = firstOf(found, Math.min(at, mostCandidates)).filter((one) => !fits || fits(one));
  const nth = fits ? before.length : at;
  if (nth === 0 && (fits ? isLast(found, at, fits) : found.length === 1)) return {};
  if (nth > mostCounted) return null;
  const countsRows = nth > mostCandidates || [element, ...before].some(rowsInside(scope));
  return countsRows ? { nth, countsRows } : { nth };
}

const isLast = (found: ArrayLike<Element>, at: number, fits: (element: Element) => boolean): boolean =>
  found.length <= mostCandidates && !Array.from(found).some((one, n) => n > at && fits(one));

/** The one that fits, or the only one of several that is shown; null where the bound is too small to tell. */
export function onlyOne(scope: Node, { css, fits }: Candidates): { element: Element; shown?: true } | null {
  const found = search(scope, css);
  if (found.length > mostCandidates) return null;
  const fitting = Array.from(found).filter((element) => !fits || fits(element));
  if (fitting.length < 2) return fitting[0] ? { element: fitting[0] } : null;
  const [element, ...more] = fitting.filter(isRendered);
  return element && more.length === 0 ? { element, shown: true } : null;
}
