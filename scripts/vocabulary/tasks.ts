// The task catalogue, which people write: by words in a file of its own, by indices in the vocabulary.
import { z } from "zod";
import { conditionSchema, type Vocabulary, type VocabularyTask } from "../../schemas/vocabulary.ts";

/** A condition as a person writes it: a route's template, a term in any language, an attribute as `id=value`. */
const writtenConditionSchema = conditionSchema.extend({
  route: z.string().optional(),
  term: z.string().optional(),
  attribute: z.string().optional(),
});
export const writtenTasksSchema = z.array(
  z.strictObject({ sentence: z.string().min(1), done: z.array(writtenConditionSchema).min(1).optional() }),
);
type Written = z.infer<typeof writtenTasksSchema>;
type Strings = Pick<Vocabulary, "routes" | "terms" | "attributes">;

const attributeText = ({ name, value }: Vocabulary["attributes"][number]): string => `${name}=${value}`;

/**
 * Gives every condition its indices, and the slots that the sentence names. A task that cites what is not there
 * stays without conditions, and what it cites is named: a crawl of ten minutes is not lost over a word.
 */
export function taskIndices(
  written: Written,
  { routes, terms, attributes }: Strings,
): { tasks: VocabularyTask[]; missing: string[] } {
  const missing: string[] = [];
  const place = <T>(what: string | undefined, list: readonly T[], fits: (entry: T) => boolean) => {
    const index = what === undefined ? undefined : list.findIndex(fits);
    if (index === -1) missing.push(what!);
    return index;
  };
  const tasks = written.map(({ sentence, done }): VocabularyTask => {
    const before = missing.length;
    const slots = [...sentence.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name!);
    const conditions = done?.map(({ route, term, attribute, ...rest }) => ({
      ...defined({
        route: place(route, routes, (entry) => entry === route),
        term: place(term, terms, (entry) => Object.values(entry).includes(term!)),
        attribute: place(attribute, attributes, (entry) => attributeText(entry) === attribute),
      }),
      ...rest,
    }));
    const complete = conditions && missing.length === before;
    return { sentence, ...(slots.length > 0 ? { slots } : {}), ...(complete ? { done: conditions } : {}) };
  });
  return { tasks, missing };
}

/** The other way: so that the tasks of one version can be taken over into the next. */
export function tasksInWords({ tasks, routes, terms, attributes }: Vocabulary): Written {
  return tasks.map(({ sentence, done }) => {
    const conditions = done?.map(({ route, term, attribute, ...rest }) => ({
      ...defined({
        route: route === undefined ? undefined : routes[route],
        term: term === undefined ? undefined : Object.values(terms[term] ?? {})[0],
        attribute:
          attribute === undefined ? undefined : attributes[attribute] && attributeText(attributes[attribute]),
      }),
      ...rest,
    }));
    return conditions ? { sentence, done: conditions } : { sentence };
  });
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const defined = <T extends object>(from: T): Defined<T> =>
  Object.fromEntries(Object.entries(from).filter(([, value]) => value !== undefined)) as Defined<T>;
