// Where an element stands among what the browser found, without looking at each.
import { precedes } from "./native.ts";

/** By halves, as what the browser finds is in the order of the document: 17 looks among 100,000 elements. */
export function positionIn(found: ArrayLike<Element>, element: Element): number | null {
  let from = 0;
  let to = found.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const at = found[middle]!;
    if (at === element) return middle;
    if (precedes(at, element)) from = middle + 1;
    else to = middle;
  }
  return null;
}
