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

/** Gives every condition its indices, and the slots that the sentence names. Throws where a word is not there. */
export function taskIndices(written: Written, { routes, terms, attributes }: Strings): VocabularyTask[] {
  return written.map(({ sentence, done }) => {
    const place = (what: string | undefined, list: readonly unknown[], fits: (entry: never) => boolean) => {
      if (what === undefined) return undefined;
      const index = list.findIndex((entry) => fits(entry as never));
      if (index < 0)
        throw new Error(`The task "${sentence}" cites ${what}, which the vocabulary does not hold.`);
      return index;
    };
    const slots = [...sentence.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name!);
    const conditions = done?.map(({ route, term, attribute, ...rest }) => ({
      ...defined({
        route: place(route, routes, (entry: string) => entry === route),
        term: place(term, terms, (entry: Record<string, string>) => Object.values(entry).includes(term!)),
        attribute: place(attribute, attributes, (entry) => attributeText(entry) === attribute),
      }),
      ...rest,
    }));
    return { sentence, ...(slots.length > 0 ? { slots } : {}), ...(conditions ? { done: conditions } : {}) };
  });
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
