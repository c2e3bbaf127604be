// Parts of the crawled page that a selector can look in: what holds several things that can be acted on, and has a class
// of its own.
import { isAttribute } from "./keep.ts";
import { isActable } from "./page-controls.ts";
import { all, isShown } from "./page-walk.ts";

const mostLevels = 12;
const fewestInside = 2;

/** Classes as attributes: those that only one element of the page has, and those that several have. */
export function partsOfPage(): { single: string[]; repeated: string[] } {
  const inside = new Map<Element, number>();
  for (const element of all()) {
    if (!isShown(element) || !isActable(element)) continue;
    let at = element.parentElement;
    for (let level = 0; at && level < mostLevels; level++, at = at.parentElement)
      inside.set(at, (inside.get(at) ?? 0) + 1);
  }
  const single = new Set<string>();
  const repeated = new Set<string>();
  for (const [element, count] of inside) {
    // An id leads to it already; the root of the page is no part of it.
    if (count < fewestInside || element.matches("html,body") || isAttribute(`id=${element.id}`)) continue;
    for (const name of element.classList)
      (document.getElementsByClassName(name).length === 1 ? single : repeated).add(`class=${name}`);
  }
  return { single: [...single], repeated: [...repeated] };
}
