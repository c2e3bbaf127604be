// Which of the elements that a selector may find an element is: a bounded search, proof of what the selector says.
import type { Candidates } from "./candidates.ts";
import { findAll, isRendered } from "./native.ts";
import { positionIn } from "./position.ts";
import { rowsInside } from "./repeated.ts";

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
  const found = findAll(scope, css);
  const at = positionIn(found, element);
  if (at === null || (fits && !fits(element))) return null;
  if (!fits) return found.length === 1 ? {} : numbered(at, { scope, found, element, at });
  if (at > mostCandidates) return null;
  const before: Element[] = [];
  for (let n = 0; n < at; n++) if (fits(found[n]!)) before.push(found[n]!);
  if (before.length === 0 && found.length <= mostCandidates && !fitsAfter(found, at, fits)) return {};
  return numbered(before.length, { scope, found: before, element, at: before.length });
}

/** The one that fits, or the only one of several that is shown; null where the bound is too small to tell. */
export function onlyOne(scope: Node, { css, fits }: Candidates): { element: Element; shown?: true } | null {
  const found = findAll(scope, css);
  if (found.length > mostCandidates) return null;
  const fitting = Array.from(found).filter((element) => !fits || fits(element));
  if (fitting.length < 2) return fitting[0] ? { element: fitting[0] } : null;
  const [element, ...more] = fitting.filter(isRendered);
  return element && more.length === 0 ? { element, shown: true } : null;
}

function fitsAfter(found: ArrayLike<Element>, at: number, fits: (element: Element) => boolean): boolean {
  for (let n = at + 1; n < found.length; n++) if (fits(found[n]!)) return true;
  return false;
}

interface Before {
  scope: Node;
  element: Element;
  /** The first `at` of these were counted. */
  found: ArrayLike<Element>;
  at: number;
}

function numbered(nth: number, { scope, element, found, at }: Before): Counted | null {
  if (nth > mostCounted) return null;
  if (at > mostCandidates) return { nth, countsRows: true };
  const isInRow = rowsInside(scope);
  let countsRows = isInRow(element);
  for (let n = 0; n < at && !countsRows; n++) countsRows = isInRow(found[n]!);
  return countsRows ? { nth, countsRows } : { nth };
}
