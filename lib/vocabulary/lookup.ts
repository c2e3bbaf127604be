// Looks a string of the page up in the tool's vocabulary. What it finds is an index, what it does not find is nothing.
import type { PageTables } from "../../schemas/page-tables.ts";
import type { Vocabulary } from "../../schemas/vocabulary.ts";
import { normalise } from "./normalise.ts";
import { type PageVocabulary, pageTablesOf } from "./page-tables.ts";
import { createRouteMatcher } from "./route-matcher.ts";

export type { PageVocabulary } from "./page-tables.ts";
export type AttributeName = Vocabulary["attributes"][number]["name"];

export interface Lookup {
  /** There is no term: nothing needs to be read for one. */
  wordless: boolean;
  /** There is no attribute either. */
  markless: boolean;
  /** A term in any interface language. */
  term(text: string): number | null;
  /** One by which an element may be found: none that a framework made, no class that tells a state. */
  attribute(name: AttributeName, value: string): number | null;
  /** What an element with that attribute is called where it says no name itself. */
  called(attribute: number): number | null;
  /** A custom element's name. */
  element(tag: string): number | null;
  /** The route template that fits the address best. */
  route(url: string): number | null;
}

/** No published string is longer than 200; what is longer is not looked at. White space can make a term longer. */
const longest = 1000;

/** The first pair wins where two have the same string. */
function finder(pairs: PageTables["terms"]): (text: string) => number | null {
  const indices = new Map(pairs.toReversed());
  return (text) => (text.length > longest ? null : (indices.get(text) ?? null));
}

/** For a page script, which gets its tables from the background. */
export function readTables(tables: PageTables): Lookup {
  const term = finder(tables.terms);
  const attribute = finder(tables.attributes);
  const called = new Map(tables.called);
  return {
    wordless: tables.terms.length === 0,
    markless: tables.attributes.length === 0,
    term: (text) => (text.length > longest ? null : term(normalise(text))),
    attribute: (name, value) => attribute(`${name}=${value}`),
    called: (attribute) => called.get(attribute) ?? null,
    element: finder(tables.elements),
    route: createRouteMatcher(tables.routes),
  };
}

/** For whoever has the vocabulary itself. */
export const createLookup = (vocabulary: PageVocabulary): Lookup => readTables(pageTablesOf(vocabulary));
