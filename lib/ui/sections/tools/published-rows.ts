// All strings of a vocabulary, one row each: what Tooltrail may name in a tool. Pure.
import type { Vocabulary } from "../../../../schemas/vocabulary.ts";

export const publishedGroups = ["routes", "terms", "attributes", "elements", "tasks"] as const;
export type PublishedGroup = (typeof publishedGroups)[number];

export interface PublishedRow {
  group: PublishedGroup;
  text: string;
  /** The language of a term. */
  lang?: string;
  /** What else the row says, such as what an attribute's element is called. */
  says?: string;
  /** What a search looks in: a term's strings in all languages. */
  found: string;
}

/** In the order of the file. A term in the first of the languages that it has, else in English, else in any. */
export function publishedRows(vocabulary: Vocabulary, languages: readonly string[]): PublishedRow[] {
  const wanted = [...languages.flatMap((language) => [language, language.split("-")[0]!]), "en"];
  const inWords = (term: Record<string, string>) => {
    const lang = wanted.find((one) => term[one] !== undefined) ?? Object.keys(term)[0];
    return lang === undefined ? undefined : { lang, text: term[lang]! };
  };
  const plain = (group: PublishedGroup) => (text: string) => ({ group, text, found: lower(text) });
  return [
    ...vocabulary.routes.map(plain("routes")),
    ...vocabulary.terms.flatMap((term): PublishedRow[] => {
      const words = inWords(term);
      return words ? [{ group: "terms", ...words, found: lower(Object.values(term).join("\n")) }] : [];
    }),
    ...vocabulary.attributes.map(({ name, value, term }): PublishedRow => {
      const text = name === "class" ? `.${value}` : `${name}="${value}"`;
      const says = term === undefined ? undefined : inWords(vocabulary.terms[term] ?? {})?.text;
      return { group: "attributes", text, ...(says && { says }), found: lower(`${text}\n${says ?? ""}`) };
    }),
    ...vocabulary.elements.map((name) => plain("elements")(`<${name}>`)),
    ...vocabulary.tasks.map(({ sentence }) => plain("tasks")(sentence)),
  ];
}

/** Those of a group (all for none) in which a text is found, whatever its case. */
export function searched(
  rows: readonly PublishedRow[],
  { text, group }: { text: string; group: PublishedGroup | undefined },
): PublishedRow[] {
  const sought = lower(text.trim());
  return rows.filter((row) => (!group || row.group === group) && row.found.includes(sought));
}

const lower = (text: string): string => text.normalize("NFKC").toLowerCase();
