// The accessible name of an element, as an index of the vocabulary. The string itself is never kept.
import { computeAccessibleName } from "dom-accessibility-api";
import type { Lookup } from "../vocabulary/lookup.ts";
import { attribute, composedParent, designMode, fits, nearest, textContent } from "./native.ts";
import { editedText, holdWritten, referencesOf } from "./written.ts";

/** A name is read from at most this many elements; what is larger is content, not a name. */
const most = 80;

/** Whether an element lies in text that the person edits: whatever it says is theirs. */
export function isEdited(element: Element): boolean {
  const parent = composedParent(element);
  return (parent !== null && nearest(parent, editedText) !== null) || designMode(document) === "on";
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
  const references = referencesOf(element, "aria-labelledby");
  if (holdWritten(references, element)) return "";
  if (fits(element, editedText) || holdWritten([element, ...labelElements(element)], element)) {
    return references.map(textContent).join(" ") || (attribute(element, "aria-label") ?? "");
  }
  // The style reader is passed in, as `document.defaultView` can be hidden by the page.
  return computeAccessibleName(element, {
    getComputedStyle: (of: Element) => getComputedStyle(of),
    computedStyleSupportsPseudoElements: false,
  });
}

/** Only controls have labels, and only forms can hide a property behind a field of theirs. */
export function labelElements(element: Element): Element[] {
  const labels = "labels" in element ? element.labels : null;
  return labels instanceof NodeList ? ([...labels] as Element[]) : [];
}
