// What of a vocabulary a page script gets: prepared once by the background, so that no page has to. What a page must
// never find an element by (framework-made.ts, states) is not among it.
import type { PageTables } from "../../schemas/page-tables.ts";
import type { Vocabulary } from "../../schemas/vocabulary.ts";
import { isFrameworkMade } from "./framework-made.ts";
import { normalise } from "./normalise.ts";
import { templatesOf } from "./route-templates.ts";

export type PageVocabulary = Pick<Vocabulary, "routes" | "terms" | "attributes" | "elements">;
type Pairs = [string, number][];

/** Classes that tell how something is just now, not what it is. */
const states =
  "active|selected|current|open|opened|close|closed|hover|hovered|focus|focused|focus-visible|focus-within|disabled|" +
  "enabled|expanded|collapsed|checked|visible|hidden|show|shown|loading|busy|drag|dragging|dragged|drop|dropping|" +
  "over|pressed|invalid|valid|error|dirty|pristine|touched|untouched|editing|animating|enter|entering|leave|leaving";
const ofState = new RegExp(`^(is|has|was)-|^ui-state|(^|[-_])(${states})$`, "i");

/** The first entry wins where two say the same. */
export const pageTablesOf = (vocabulary: PageVocabulary): PageTables => ({
  routes: templatesOf(vocabulary.routes),
  terms: termsOf(vocabulary.terms),
  attributes: vocabulary.attributes.flatMap(({ name, value }, index): Pairs => {
    const passes = isFrameworkMade(name, value) || (name === "class" && ofState.test(value));
    return passes ? [] : [[`${name}=${value}`, index]];
  }),
  called: vocabulary.attributes.flatMap(({ term }, index): [number, number][] =>
    term === undefined ? [] : [[index, term]],
  ),
  elements: vocabulary.elements.map((tag, index) => [tag, index]),
});

const made = new WeakMap<PageVocabulary, PageTables>();

/** The same for a vocabulary that comes with the extension: made once. */
export function keptTablesOf(vocabulary: PageVocabulary): PageTables {
  const tables = made.get(vocabulary) ?? pageTablesOf(vocabulary);
  made.set(vocabulary, tables);
  return tables;
}

const englishOf = (term: PageVocabulary["terms"][number]): string | undefined =>
  term.en ?? term["en-US"] ?? term["en-GB"];

/**
 * Every string to the index of its entry. English ones come first: what another language calls "Name" may be
 * another thing. Entries with the same English string share an index, which therefore does not tell the language.
 */
function termsOf(entries: PageVocabulary["terms"]): Pairs {
  const terms = new Map<string, number>();
  const add = (text: string, index: number) => {
    const term = normalise(text);
    if (!terms.has(term)) terms.set(term, index);
  };
  entries.forEach((entry, index) => {
    const english = englishOf(entry);
    if (english !== undefined) add(english, index);
  });
  entries.forEach((entry, index) => {
    const same = terms.get(normalise(englishOf(entry) ?? "")) ?? index;
    for (const term of Object.values(entry)) add(term, same);
  });
  return [...terms];
}
