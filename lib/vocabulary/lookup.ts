// Looks a string of the page up in the tool's vocabulary. What it finds is an index, what it does not find is nothing.
import type { Vocabulary } from "../../schemas/vocabulary.ts";
import { createRouteMatcher } from "./route-matcher.ts";

export type PageVocabulary = Pick<Vocabulary, "routes" | "terms" | "attributes" | "elements">;
export type AttributeName = Vocabulary["attributes"][number]["name"];

export interface Lookup {
  /** A term in any interface language. */
  term(text: string): number | null;
  attribute(name: AttributeName, value: string): number | null;
  /** A custom element's name. */
  element(tag: string): number | null;
  /** The route template that fits the address best. */
  route(url: string): number | null;
}

/** No published string is longer: what is longer is not looked at. */
const longest = 200;

/** One form for strings that a person reads as the same: white space is one space. */
export const normalise = (text: string): string => text.trim().replace(/\s+/g, " ").normalize("NFC");

/**
 * Two entries may share their English and differ in German. The index of such a string must not tell which
 * language a person uses, so both are the first of them.
 */
function sameInFirst(term: PageVocabulary["terms"][number], known: ReadonlyMap<string, number>) {
  const first = term.en ?? term["en-US"] ?? term["en-GB"];
  return first === undefined ? undefined : known.get(normalise(first));
}

/** Prepares a vocabulary for one page. The first entry wins where two say the same. */
export function createLookup(vocabulary: PageVocabulary): Lookup {
  const terms = new Map<string, number>();
  vocabulary.terms.forEach((languages, index) => {
    const same = sameInFirst(languages, terms) ?? index;
    for (const term of Object.values(languages)) addFirst(terms, normalise(term), same);
  });
  const attributes = new Map<string, number>();
  vocabulary.attributes.forEach(({ name, value }, index) => {
    addFirst(attributes, `${name}=${value}`, index);
  });
  const elements = new Map<string, number>();
  vocabulary.elements.forEach((tag, index) => {
    addFirst(elements, tag, index);
  });
  return {
    // White space can make a short term long, so the bound before normalising is a wide one.
    term: (text) => (text.length > longest * 5 ? null : (terms.get(normalise(text)) ?? null)),
    attribute: (name, value) =>
      value.length > longest ? null : (attributes.get(`${name}=${value}`) ?? null),
    element: (tag) => elements.get(tag) ?? null,
    route: createRouteMatcher(vocabulary.routes),
  };
}

function addFirst(map: Map<string, number>, key: string, index: number): void {
  if (!map.has(key)) map.set(key, index);
}
