// The element a person would name: the button, not the icon's path inside it.
import { inTurn } from "./at-window.ts";
import {
  around,
  attribute,
  childrenOf,
  composedParent,
  firstOf,
  fits,
  localName,
  nearestAround,
} from "./native.ts";
import { sayingRole } from "./roles.ts";

const named = [
  "a,area,button,input,select,textarea,summary,option,label,iframe",
  "[role=button],[role=link],[role=checkbox],[role=radio],[role=switch],[role=tab],[role=option]",
  "[role=menuitem],[role=menuitemcheckbox],[role=menuitemradio],[role=treeitem],[role=combobox]",
  "[role=textbox],[role=searchbox],[role=slider],[role=spinbutton]",
  "[contenteditable]:not([contenteditable=false])",
].join();

/** The nearest element that a person would name; a label stands for its control; else the element itself. */
export const actedOn = inTurn(findActedOn);

function findActedOn(origin: Element): Element {
  const at = nearestAround(origin, named);
  if (at) return (at instanceof HTMLLabelElement && at.control) || at;
  return origin instanceof SVGElement ? partOfDrawing(origin) : origin;
}

const strokes = /^(path|use|line|polyline|polygon|tspan)$/;

/** Nobody names the strokes of a drawing: without a button around it, the part that has a name counts, or the group. */
function partOfDrawing(origin: Element): Element {
  for (const at of around(origin, 50)) {
    if (!(at instanceof SVGElement)) break;
    if (saysWhatItIs(at)) return at;
    if (localName(at) === "svg") break;
  }
  return (strokes.test(localName(origin)) && composedParent(origin)) || origin;
}

function saysWhatItIs(part: Element): boolean {
  const role = attribute(part, "role");
  const isPlain = !role || role === "none" || role === "presentation";
  if (!isPlain || fits(part, "[aria-label],[aria-labelledby],[tabindex]")) return true;
  return firstOf(childrenOf(part), 20).some((child) => localName(child) === "title");
}

const things = `li,tr,article,figure,img,[draggable=true],${sayingRole("r")}`;
const handles = /grab|move|all-scroll|resize/;

/**
 * What a person would say was dragged: all that shows the cursor of a handle, else the row, card or item around it,
 * else what a click would be on.
 */
export function draggedFrom(origin: Element): Element {
  const { cursor } = getComputedStyle(origin);
  if (handles.test(cursor)) return outermostWith(cursor, origin);
  return actedOn(around(origin, 6).find((at) => fits(at, `${named},${things}`)) ?? origin);
}

/** The cursor is inherited: where it begins is the handle. */
function outermostWith(cursor: string, origin: Element): Element {
  let found = origin;
  for (const at of around(origin, 20)) {
    if (localName(at) === "body" || getComputedStyle(at).cursor !== cursor) break;
    found = at;
  }
  return found;
}
