// A vocabulary out of what was seen and what the tool's message files say. Pure.
import { type Vocabulary, vocabularySchema } from "../../schemas/vocabulary.ts";
import { type AttributeNames, heardNames, namesIn, noteOf, textOf, withNames } from "./attribute-names.ts";
import { type Count, type Counted, parts } from "./found.ts";
import { merged, type Term } from "./messages/align.ts";
import { withShortcut } from "./shortcuts.ts";
import { taskIndices, tasksInWords, type writtenTasksSchema } from "./tasks.ts";
import { viewport } from "./visit.ts";

export interface Naming {
  tool: string;
  title: string;
  language: string;
  /** Strings of the test account's own data, which the crawl must not publish. */
  without: readonly string[];
  /** In how many states a string must have been seen, unless a message file has it. */
  least: number;
  /** From a file of their own; else those of the version before. */
  tasks?: ReturnType<typeof writtenTasksSchema.parse> | undefined;
  /** What the owner calls elements by their attributes. */
  names?: AttributeNames | undefined;
}

const inOrder = (entries: Iterable<string>): string[] =>
  [...entries].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

/** The terms of the message files, and those that only the pages showed. */
function termsOf(
  seen: Counted,
  messages: readonly Term[],
  naming: Naming & { names: AttributeNames },
): Term[] {
  const { language, least, without, names } = naming;
  const said = new Set(messages.flatMap((term) => Object.values(term)));
  const byString = new Map(messages.map((term) => [term[language] ?? "", term]));
  const shown: Term[] = [];
  for (const [text, { states }] of seen.terms) {
    if (said.has(text)) continue;
    const term = withShortcut(text, byString);
    if (term || states >= least) shown.push(term ?? { [language]: text });
  }
  const called = [...new Set(names.values())].filter((text) => !said.has(text));
  const all = [...messages, ...shown, ...called.map((text) => ({ [language]: text }))];
  return merged(all).filter(
    (term) => !Object.values(term).some((text) => without.some((word) => text.includes(word))),
  );
}

function layoutOf(
  seen: Counted,
  { routes, terms, attributes }: Vocabulary,
): NonNullable<Vocabulary["layout"]> {
  const termAt = new Map<string, number>();
  terms.forEach((term, index) => {
    for (const text of Object.values(term)) if (!termAt.has(text)) termAt.set(text, index);
  });
  const attributeAt = new Map(attributes.map(({ name, value }, index) => [`${name}=${value}`, index]));
  const boxes = [...seen.boxes].flatMap(([place, box]) => {
    const [at = "", what = ""] = place.split("\n");
    const route = routes.indexOf(at);
    const attribute = attributeAt.get(what);
    const term = what.startsWith("term=") ? termAt.get(what.slice("term=".length)) : undefined;
    if (route < 0 || (attribute ?? term) === undefined) return [];
    const named: { term?: number; attribute?: number } =
      term === undefined ? { attribute: attribute! } : { term };
    return [{ route, ...named, box }];
  });
  const rank = ({ route, term, attribute }: (typeof boxes)[number]) =>
    route * 1e6 + (term ?? 1e5 + (attribute ?? 0));
  return { viewport: [viewport.width, viewport.height], boxes: boxes.sort((a, b) => rank(a) - rank(b)) };
}

export interface Found {
  seen: Counted;
  messages: readonly Term[];
  /** What the version before calls elements by their attributes, where that is kept. */
  names?: AttributeNames;
}

/** Classes of parts of the page that no state showed twice: a class found in several places would only cost time. */
const singleParts = ({ single, repeated }: Counted, { least, without }: Naming): string[] =>
  [...single]
    .filter(([part, states]) => states >= Math.max(least, 2) && !repeated.has(part))
    .map(([part]) => part)
    .filter((part) => !without.some((word) => part.includes(word)));

/** What the owner wrote counts more than what was heard, and that more than what was before. */
function namesOf({ seen, messages, names = new Map() }: Found, { least, names: written }: Naming) {
  const heard = heardNames({ notes: seen.names, messages, least });
  return new Map([...names, ...heard, ...(written ?? [])]);
}

/**
 * The tasks and the number are taken over from the version before, the number unless something changed. `missing`
 * is what tasks cite and the vocabulary does not hold.
 */
export function assemble(
  found: Found,
  naming: Naming,
  before?: Vocabulary,
): { vocabulary: Vocabulary; missing: string[] } {
  const { tool, title, least, without } = naming;
  const names = namesOf(found, naming);
  const enough = (part: (typeof parts)[number]) =>
    inOrder(
      [...found.seen[part]]
        .filter(([, { states }]) => states >= least || part === "routes")
        .map(([entry]) => entry),
    ).filter((entry) => !without.some((word) => entry.includes(word)));
  const made: Vocabulary = {
    format: "tooltrail-vocabulary/1",
    tool,
    version: before?.version ?? 1,
    title,
    routes: enough("routes"),
    terms: termsOf(found.seen, found.messages, { ...naming, names }),
    attributes: inOrder(
      new Set([...enough("attributes"), ...singleParts(found.seen, naming), ...(naming.names?.keys() ?? [])]),
    ).map((entry) => {
      const at = entry.indexOf("=");
      return { name: entry.slice(0, at), value: entry.slice(at + 1) } as Vocabulary["attributes"][number];
    }),
    elements: enough("elements"),
    tasks: [],
  };
  made.attributes = withNames(made, names);
  const { tasks, missing } = taskIndices(naming.tasks ?? (before ? tasksInWords(before) : []), made);
  made.tasks = tasks;
  if (found.seen.boxes.size > 0) made.layout = layoutOf(found.seen, made);
  const vocabulary = vocabularySchema.parse(made);
  const raised = before && JSON.stringify(vocabularySchema.parse(before)) !== JSON.stringify(vocabulary);
  return { vocabulary: raised ? { ...vocabulary, version: before.version + 1 } : vocabulary, missing };
}

/** For the reviewer, beside the vocabulary: how often each string was seen, and what was seen too seldom. */
export function reviewOf(found: Found, vocabulary: Vocabulary): object {
  const said = new Set(found.messages.flatMap((term) => Object.values(term)));
  const published: Record<string, ReadonlySet<string>> = {
    routes: new Set(vocabulary.routes),
    terms: new Set(vocabulary.terms.flatMap((term) => Object.values(term))),
    attributes: new Set(vocabulary.attributes.map(({ name, value }) => `${name}=${value}`)),
    elements: new Set(vocabulary.elements),
    names: new Set([...namesIn(vocabulary)].map(([attribute, text]) => noteOf(attribute, text))),
  };
  const row = (part: string, entry: string, { states, routes }: Count) => ({
    entry,
    states,
    routes: routes.size,
    inMessages: said.has(part === "names" ? textOf(entry) : part === "terms" ? entry : ""),
    published: published[part]!.has(entry),
  });
  return Object.fromEntries(
    parts.map((part) => [
      part,
      inOrder(found.seen[part].keys()).map((entry) => row(part, entry, found.seen[part].get(entry)!)),
    ]),
  );
}
