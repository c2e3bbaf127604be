// Looks a string of the page up in the tool's vocabulary. What it finds is an index, what it does not find is nothing.
import type { Vocabulary } from "../../schemas/vocabulary.ts";
import { createRouteMatcher } from "./route-matcher.ts";

export type PageVocabulary = Pick<Vocabulary, "routes" | "terms" | "attributes" | "elements">;
export type AttributeName = Vocabulary["attributes"][number]["name"];

export interface Lookup {
  /** A term in any interface language. */
  term(text: string): number | null;
  attribute(name: AttributeName, value: string): number | null;
  /** What an element with that attribute is called where it says no name itself. */
  called(attribute: number): number | null;
  /** A custom element's name. */
  element(tag: string): number | null;
  /** The route template that fits the address best. */
  route(url: string): number | null;
}

/** No published string is longer: what is longer is not looked at. */
const longest = 200;

/** One form for strings that a person reads as the same: white space is one space. */
export const normalise = (text: string): string => text.trim().replace(/\s+/g, " ").normalize("NFC");

const englishOf = (term: PageVocabulary["terms"][number]): string | undefined =>
  term.en ?? term["en-US"] ?? term["en-GB"];

/**
 * Every string to the index of its entry. English ones come first: what another language calls "Name" may be
 * another thing. Entries with the same English string share an index, which therefore does not tell the language.
 */
function indexTerms(entries: PageVocabulary["terms"]): Map<string, number> {
  const terms = new Map<string, number>();
  entries.forEach((entry, index) => {
    const english = englishOf(entry);
    if (english !== undefined) addFirst(terms, normalise(english), index);
  });
  entries.forEach((entry, index) => {
    const same = terms.get(normalise(englishOf(entry) ?? "")) ?? index;
    for (const term of Object.values(entry)) addFirst(terms, normalise(term), same);
  });
  return terms;
}

/** Prepares a vocabulary for one page. The first entry wins where two say the same. */
export function createLookup(vocabulary: PageVocabulary): Lookup {
  const terms = indexTerms(vocabulary.terms);
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
    called: (attribute) => vocabulary.attributes[attribute]?.term ?? null,
    element: (tag) => elements.get(tag) ?? null,
    route: createRouteMatcher(vocabulary.routes),
  };
}

function addFirst(map: Map<string, number>, key: string, index: number): void {
  if (!map.has(key)) map.set(key, index);
}
