// The element a person would name: the button, not the icon's path inside it.
import { attribute, carries, childrenOf, composedParent, fits, localName } from "./native.ts";

const named = [
  "a,area,button,input,select,textarea,summary,option,label,iframe",
  "[role=button],[role=link],[role=checkbox],[role=radio],[role=switch],[role=tab],[role=option]",
  "[role=menuitem],[role=menuitemcheckbox],[role=menuitemradio],[role=treeitem],[role=combobox]",
  "[role=textbox],[role=searchbox],[role=slider],[role=spinbutton]",
  "[contenteditable]:not([contenteditable=false])",
].join();

/** The nearest element that a person would name; a label stands for its control; else the element itself. */
export function actedOn(origin: Element): Element {
  let at: Element | null = origin;
  for (let depth = 0; at && depth < 50; depth++, at = composedParent(at)) {
    if (!fits(at, named)) continue;
    if (localName(at) !== "label") return at;
    return (at instanceof HTMLLabelElement && at.control) || at;
  }
  return origin instanceof SVGElement ? partOfDrawing(origin) : origin;
}

const strokes = /^(path|use|line|polyline|polygon|tspan)$/;

/** Nobody names the strokes of a drawing: without a button around it, the part that has a name counts, or the group. */
function partOfDrawing(origin: Element): Element {
  let at: Element | null = origin;
  for (let depth = 0; at instanceof SVGElement && depth < 50; depth++, at = composedParent(at)) {
    if (saysWhatItIs(at)) return at;
    if (localName(at) === "svg") break;
  }
  if (!strokes.test(localName(origin))) return origin;
  return composedParent(origin) ?? origin;
}

function saysWhatItIs(part: Element): boolean {
  const role = attribute(part, "role");
  if (role && role !== "none" && role !== "presentation") return true;
  if (carries(part, "aria-label") || carries(part, "aria-labelledby") || carries(part, "tabindex"))
    return true;
  const children = childrenOf(part);
  for (let n = 0; n < Math.min(children.length, 20); n++) {
    if (localName(children[n]!) === "title") return true;
  }
  return false;
}

const things =
  "li,tr,article,figure,img,[draggable=true],[role=row],[role=listitem],[role=option],[role=treeitem],[role=article]";
const handles = /grab|move|all-scroll|resize/;

/**
 * What a person would say was dragged: all that shows the cursor of a handle, else the row, card or item around it,
 * else what a click would be on.
 */
export function draggedFrom(origin: Element): Element {
  const cursor = getComputedStyle(origin).cursor;
  if (handles.test(cursor)) return outermostWith(cursor, origin);
  let at: Element | null = origin;
  for (let depth = 0; at && depth < 6; depth++, at = composedParent(at)) {
    if (fits(at, named) || fits(at, things)) return actedOn(at);
  }
  return actedOn(origin);
}

/** The cursor is inherited: where it begins is the handle. */
function outermostWith(cursor: string, origin: Element): Element {
  let found = origin;
  for (let depth = 0; depth < 20; depth++) {
    const parent = composedParent(found);
    if (!parent || localName(parent) === "body" || getComputedStyle(parent).cursor !== cursor) break;
    found = parent;
  }
  return found;
}
