import { type Vocabulary, vocabularySchema } from "../../schemas/vocabulary.ts";
import type { Seen } from "./found.ts";

export interface Naming {
  tool: string;
  title: string;
  language: string;
  /** Strings of the test account's own data, which the crawl must not publish. */
  without: readonly string[];
}

const inOrder = (entries: Iterable<string>): string[] =>
  [...entries].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

/**
 * A vocabulary out of what was seen. The tasks, which people write, are taken over from the version before;
 * so is its number, unless something changed.
 */
export function assemble(seen: Seen, naming: Naming, before?: Vocabulary): Vocabulary {
  const { tool, title, language, without } = naming;
  const attributes = inOrder(seen.attributes).map((entry) => {
    const at = entry.indexOf("=");
    return { name: entry.slice(0, at), value: entry.slice(at + 1) };
  });
  const terms = inOrder(seen.terms).filter((term) => !without.some((word) => term.includes(word)));
  const vocabulary = vocabularySchema.parse({
    format: "tooltrail-vocabulary/1",
    tool,
    version: before?.version ?? 1,
    title,
    routes: inOrder(seen.routes),
    terms: terms.map((term) => ({ [language]: term })),
    attributes,
    elements: inOrder(seen.elements),
    tasks: before?.tasks ?? [],
  });
  if (before && JSON.stringify(before) !== JSON.stringify(vocabulary)) vocabulary.version++;
  return vocabulary;
}
