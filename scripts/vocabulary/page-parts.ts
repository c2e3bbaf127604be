// Parts of the crawled page that a selector can look in: what holds several things that can be acted on, and has a class
// of its own.
import { isAttribute } from "./keep.ts";
import { isActable } from "./page-controls.ts";
import { all, isShown } from "./page-walk.ts";

const fewestInside = 2;
const mostOfPage = 0.6;
/** Which language, theme or direction a person has chosen is not told. */
const ofSetting = /(^|[-_])(lang|language|locale|theme|palette|dark|light|ltr|rtl)([-_]|$)/i;

/** Classes as attributes: those that only one element of the page has, and those that several have. */
export function partsOfPage(): { single: string[]; repeated: string[] } {
  const inside = new Map<Element, number>();
  let acted = 0;
  for (const element of all()) {
    if (!isShown(element) || !isActable(element)) continue;
    acted++;
    for (let at = element.parentElement; at; at = at.parentElement) inside.set(at, (inside.get(at) ?? 0) + 1);
  }
  const single = new Set<string>();
  const repeated = new Set<string>();
  for (const [element, count] of inside) {
    // An id leads to it already; what holds most of the page is no part of it, and says how a person has set it.
    if (count < fewestInside || count > acted * mostOfPage || isAttribute(`id=${element.id}`)) continue;
    for (const name of [...element.classList].filter((one) => !ofSetting.test(one)))
      (document.getElementsByClassName(name).length === 1 ? single : repeated).add(`class=${name}`);
  }
  return { single: [...single], repeated: [...repeated] };
}
