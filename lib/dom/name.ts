// The accessible name of an element, as an index of the vocabulary. The string itself is never kept.
import { computeAccessibleName } from "dom-accessibility-api";
import type { Lookup } from "../vocabulary/lookup.ts";
import { attribute, composedParent, nearest } from "./native.ts";

/** A name is read from at most this many elements; what is larger is content, not a name. */
const most = 80;
const editing = "[contenteditable]:not([contenteditable=false])";

/** Whether an element lies in text that the person edits: whatever it says is theirs. */
export function isEdited(element: Element): boolean {
  const parent = composedParent(element);
  return parent !== null && nearest(parent, editing) !== null;
}

/** Index of the accessible name, or null where the vocabulary does not hold it. */
export function nameOf(element: Element, lookup: Lookup): number | null {
  if (isEdited(element)) return null;
  try {
    return lookup.term(textOf(element));
  } catch {
    // A page that hides what the computation reads: the step goes without a name.
    return null;
  }
}

function textOf(element: Element): string {
  const inside = Reflect.apply(Element.prototype.getElementsByTagName, element, ["*"]);
  if (inside.length > most) return attribute(element, "aria-label") ?? "";
  // The style reader is passed in, as `document.defaultView` can be hidden by the page.
  return computeAccessibleName(element, {
    getComputedStyle: (of: Element) => getComputedStyle(of),
    computedStyleSupportsPseudoElements: false,
  });
}
