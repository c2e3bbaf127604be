// The accessible name of an element, as an index of the vocabulary. The string itself is never kept.
import type { Lookup } from "../vocabulary/lookup.ts";
import { accessibleName, labelElements } from "./accessible-name.ts";
import { attribute, composedParent, countInside, designMode, fits, nearest, textContent } from "./native.ts";
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
  if (lookup.wordless || isEdited(element)) return null;
  try {
    return lookup.term(nameText(element));
  } catch {
    // A page that hides what the computation reads: the step goes without a name.
    return null;
  }
}

/** Without what somebody wrote: then only what says so is a name. */
export function nameText(element: Element): string {
  const said = attribute(element, "aria-label") ?? "";
  if (countInside(element) > most) return said;
  const references = referencesOf(element, "aria-labelledby");
  if (holdWritten(references, element)) return "";
  if (fits(element, editedText) || holdWritten([element, ...labelElements(element)], element))
    return references.map(textContent).join(" ") || said;
  return accessibleName(element);
}
