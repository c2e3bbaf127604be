// Message files of several languages as terms: one entry a key, one string a language, then alike entries as one.
import type { Vocabulary } from "../../../schemas/vocabulary.ts";
import { isTerm } from "../keep.ts";
import type { MessageFile } from "./files.ts";
import { hasPlaceholder, shownText } from "./placeholders.ts";

export type Term = Vocabulary["terms"][number];

export interface Aligned {
  terms: Term[];
  /** Messages left out, for a reason each. */
  left: { filledIn: number; notATerm: number; oneLanguage: number };
}

/** Files that no other language has a partner for are taken for one catalogue, if there is one a language. */
function withCatalogues(files: readonly MessageFile[]): MessageFile[] {
  const languages = new Set(files.map(({ language }) => language));
  const oneEach = files.length === languages.size;
  return files.map((file) => (oneEach ? { ...file, catalogue: "" } : file));
}

/** A region's code only where two files of one language differ in it: `en-US` alone is `en`. */
function shortCodes(files: readonly MessageFile[]): Map<string, string> {
  const codes = [...new Set(files.map(({ language }) => language))];
  return new Map(
    codes.map((code) => {
      const short = code.split("-")[0]!;
      return [code, codes.some((other) => other !== code && other.split("-")[0] === short) ? code : short];
    }),
  );
}

/**
 * `main` is the interface's own language, which applications fall back to. What only another language says would
 * tell by its index which language a person uses: it is left out.
 */
export function align(files: readonly MessageFile[], main: string): Aligned {
  const left = { filledIn: 0, notATerm: 0, oneLanguage: 0 };
  const codes = shortCodes(files);
  const byKey = new Map<string, Term>();
  for (const { language, catalogue, messages } of withCatalogues(files)) {
    for (const [key, message] of messages) {
      const text = shownText(message);
      if (hasPlaceholder(message)) left.filledIn++;
      else if (!isTerm(text)) left.notATerm++;
      else {
        const at = `${catalogue}\u0000${key}`;
        byKey.set(at, { ...byKey.get(at), [codes.get(language)!]: text });
      }
    }
  }
  const said = files.some(({ language }) => codes.get(language) === main);
  const terms = [...byKey.values()].filter((term) => !said || main in term);
  left.oneLanguage = byKey.size - terms.length;
  return { terms: merged(terms), left };
}

const canonical = (term: Term): string => JSON.stringify(Object.entries(term).sort());

/** Whether all that one says the other says too. */
const isPartOf = (one: Term, other: Term): boolean =>
  Object.entries(one).every(([language, text]) => other[language] === text);

/** Alike entries once; an entry that a fuller one says too is that one. The order is that of their strings. */
export function merged(terms: readonly Term[]): Term[] {
  const distinct = [...new Map(terms.map((term) => [canonical(term), term])).values()];
  const holders = new Map<string, Term[]>();
  for (const term of distinct) {
    for (const [language, text] of Object.entries(term)) {
      const key = `${language}=${text}`;
      holders.set(key, [...(holders.get(key) ?? []), term]);
    }
  }
  return distinct
    .filter((term) => {
      const [language, text] = Object.entries(term)[0]!;
      const others = holders.get(`${language}=${text}`) ?? [];
      return !others.some((other) => other !== term && isPartOf(term, other));
    })
    .map((term) => sortedByLanguage(term))
    .sort(byFirstString);
}

/** English first, then by code: the same file whatever the order of the arguments. */
function sortedByLanguage(term: Term): Term {
  const rank = (code: string) => (code.startsWith("en") ? `0${code}` : `1${code}`);
  return Object.fromEntries(Object.entries(term).sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1)));
}

function byFirstString(a: Term, b: Term): number {
  const [one, other] = [Object.values(a).join("\u0000"), Object.values(b).join("\u0000")];
  return one < other ? -1 : one > other ? 1 : 0;
}
