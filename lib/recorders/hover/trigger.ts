// Whether and what a person would say was pointed at to bring something up.
import { actedOn } from "../../dom/acted-on.ts";
import { fieldOf } from "../../dom/editable.ts";
import { around, boxOf, fits, localName } from "../../dom/native.ts";
import { sayingRole } from "../../dom/roles.ts";

const interactive =
  "a,button,summary,input,select,[role=button],[role=link],[role=menuitem],[role=tab],[role=treeitem],[aria-haspopup],[tabindex]";
const rows = `tr,li,article,figure,${sayingRole("r")}`;
const popups = "[popover],[role=menu],[role=tooltip],[role=listbox],[role=toolbar]";
const notByPointing = "dialog,[role=dialog],[role=alertdialog],[role=alert],[role=status]";
/** A pointer gets from one to the other without leaving both, give or take so many CSS pixels. */
const gap = 40;

/** Whether an element is another or lies in it, through shadow roots. */
export const isWithin = (element: Element, outer: Element): boolean =>
  around(element, 512).some((at) => at === outer);

/** Whether pointing at `trigger` may have brought up `shown`: beside it, over the page or in the same row. */
export function isPlausible(trigger: Element, shown: Element): boolean {
  if (/^(html|body)$/.test(localName(trigger)) || fieldOf(trigger)) return false;
  if (fits(shown, notByPointing) || isLarge(boxOf(shown))) return false;
  const own = boxOf(trigger);
  const holds = rowAround(trigger, shown);
  if (isLarge(own) && !holds) return false;
  if (!holds && !isOver(shown)) return false;
  return isBeside(trigger, shown, gap);
}

/** Whether two boxes touch or are no further apart than that. */
export function isBeside(one: Element, other: Element, apart: number): boolean {
  const [a, b] = [boxOf(one), boxOf(other)];
  const near = (from: number, to: number, start: number, end: number) =>
    from - apart < end && start - apart < to;
  return near(a.x, a.right, b.x, b.right) && near(a.y, a.bottom, b.y, b.bottom);
}

/** Out of the page's flow: over it. */
function isOver(shown: Element): boolean {
  if (fits(shown, popups)) return true;
  return /absolute|fixed/.test(getComputedStyle(shown).position);
}

const isLarge = ({ width, height }: DOMRect): boolean => width * height > 0.5 * innerWidth * innerHeight;

/** The row or card that both are in. */
const rowAround = (element: Element, shown: Element): Element | undefined =>
  around(element, 8).find((at) => fits(at, rows) && isWithin(shown, at));

/**
 * The link, button or entry under the pointer; else what the page's style says (`beside`), or the row that what is
 * shown belongs to.
 */
export function triggerOf(over: Element, shown: Element, beside: Element | null): Element {
  const named = actedOn(over);
  if (fits(named, interactive) && !isWithin(shown, named)) return named;
  const popup = around(over, 5).find((at) => fits(at, "[aria-haspopup]:not([aria-haspopup=false])"));
  return popup ?? beside ?? rowAround(over, shown) ?? named;
}
