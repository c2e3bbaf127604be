// The element a person would name: the button, not the icon's path inside it.
import { composedParent, fits, localName } from "./native.ts";

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
  return iconOf(origin);
}

/** Nobody names the strokes of a drawing: without a button around it, the group or the drawing counts. */
function iconOf(origin: Element): Element {
  if (!/^(path|use|line|polyline|polygon|tspan)$/.test(localName(origin))) return origin;
  return composedParent(origin) ?? origin;
}
