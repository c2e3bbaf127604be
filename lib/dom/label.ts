// The labels of a field: what names it by `aria-labelledby`, else its `aria-label`, else its label elements.
import type { Lookup } from "../vocabulary/lookup.ts";
import { isEdited } from "./name.ts";
import { attribute, countInside, elementById, isElement, rootOf, textContent } from "./native.ts";

const mostReferences = 8;
/** What holds more elements is content, not a label. */
const mostInside = 50;

/** Indices of the labels that the vocabulary holds. */
export function labelsOf(element: Element, lookup: Pick<Lookup, "term">): number[] {
  if (isEdited(element)) return [];
  const texts = labelTexts(element);
  return texts.map((text) => lookup.term(text)).filter((index) => index !== null);
}

function labelTexts(element: Element): string[] {
  const references = (attribute(element, "aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
  const root = rootOf(element);
  const named = references.slice(0, mostReferences).flatMap((id) => textOf(elementById(root, id)));
  if (named.length > 0) return named;
  const said = attribute(element, "aria-label");
  if (said?.trim()) return [said];
  return [...labelElements(element)].flatMap(textOf);
}

/** Only controls have labels, and only forms can hide a property behind a field of theirs. */
function labelElements(element: Element): readonly Element[] {
  const labels = "labels" in element ? element.labels : null;
  return labels instanceof NodeList ? ([...labels] as Element[]) : [];
}

const textOf = (label: Element | null): string[] =>
  isElement(label) && countInside(label) <= mostInside ? [textContent(label)] : [];
