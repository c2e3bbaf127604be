// The labels of a field: what names it by `aria-labelledby`, else its `aria-label`, else its label elements.
import type { Lookup } from "../vocabulary/lookup.ts";
import { labelElements } from "./accessible-name.ts";
import { isEdited } from "./name.ts";
import { attribute, countInside, textContent } from "./native.ts";
import { holdWritten, referencesOf } from "./written.ts";

const mostReferences = 8;
/** What holds more elements is content, not a label. */
const mostInside = 50;

/** Indices of the labels that the vocabulary holds. */
export function labelsOf(element: Element, lookup: Pick<Lookup, "term" | "wordless">): number[] {
  if (lookup.wordless || isEdited(element)) return [];
  const texts = labelTexts(element);
  return texts.map((text) => lookup.term(text)).filter((index) => index !== null);
}

function labelTexts(element: Element): string[] {
  const textsOf = (labels: readonly Element[]) =>
    labels
      .filter((label) => countInside(label) <= mostInside && !holdWritten([label], element))
      .map(textContent);
  const references = referencesOf(element, "aria-labelledby").slice(0, mostReferences);
  if (references.length > 0) return textsOf(references);
  const said = attribute(element, "aria-label");
  if (said?.trim()) return [said];
  return textsOf(labelElements(element));
}
