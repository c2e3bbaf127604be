// What a tool's vocabulary says of its terms, as far as the rules ask. The words of commands are few and fixed: they are
// what the browsers' own menus call them.
import type { Command } from "../recorders/shortcut/schema.ts";
import type { DraftTarget } from "./rule.ts";

/** Of one tool's terms, by their indices. */
export interface Words {
  /** Whether it is published in every language of the vocabulary. */
  isCommon(term: number): boolean;
  /** The command that an element of this name gives. */
  commandOf(term: number): Command | null;
  /** Whether a field of this name searches. */
  searches(term: number): boolean;
  /** What an element with this attribute is called, where the vocabulary says it. */
  termOf(attribute: number): number | null;
}
export type WordsOf = (tool: string) => Words;

/** Of a tool without a vocabulary: nothing of it has a name. */
export const wordless: Words = {
  isCommon: () => true,
  commandOf: () => null,
  searches: () => false,
  termOf: () => null,
};

/** The terms that an element is known by: its name's, else those of its attributes, which are there in any language. */
export function termsOf({ name, selectors }: DraftTarget, { termOf }: Words): number[] {
  if (name !== null) return [name];
  return selectors.flatMap((selector) =>
    selector.by === "attribute" ? (termOf(selector.attribute) ?? []) : [],
  );
}

/** In the order en, de, fr, es; other languages have the English word beside theirs or are not known. */
const commands: Partial<Record<Command, readonly string[]>> = {
  save: ["save", "speichern", "enregistrer", "guardar"],
  undo: ["undo", "rückgängig", "annuler la saisie", "deshacer"],
  redo: ["redo", "wiederholen", "rétablir", "rehacer"],
  print: ["print", "drucken", "imprimer", "imprimir"],
  duplicate: ["duplicate", "duplizieren", "dupliquer", "duplicar"],
};
const searching = [
  "search",
  "find",
  "filter",
  "suche",
  "suchen",
  "filtern",
  "rechercher",
  "filtrer",
  "buscar",
];

const commandOfWord = new Map(
  Object.entries(commands).flatMap(([command, words]) => words.map((word) => [word, command as Command])),
);
/** "Save ...", "Search:" and "Undo (Ctrl+Z)" say the same as the word alone. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\(.*\)|[.:…]/g, "")
    .trim();

/** Of a vocabulary: one string per interface language, and the names of what has an attribute. */
export function wordsOfVocabulary({
  terms,
  attributes,
}: {
  terms: readonly Readonly<Record<string, string>>[];
  attributes: readonly { term?: number | undefined }[];
}): Words {
  const languages = new Set(terms.flatMap((term) => Object.keys(term)));
  const said = (term: number): string[] => Object.values(terms[term] ?? {}).map(bare);
  return {
    isCommon: (term) => Object.keys(terms[term] ?? {}).length === languages.size,
    commandOf: (term) => said(term).flatMap((word) => commandOfWord.get(word) ?? [])[0] ?? null,
    searches: (term) => said(term).some((word) => searching.includes(word)),
    termOf: (attribute) => attributes[attribute]?.term ?? null,
  };
}
