// A tool's published strings. Everything else refers to them by index.
import { z } from "zod";
import { idSchema, indexSchema } from "./id.ts";
import { effectSchema } from "./step.ts";
import { stateSchema } from "./target.ts";

/** Strings that the tool's owner publishes after review; not taken from anybody's page. */
const published = z.string().min(1).max(200).meta({ source: "published" });

export const termSchema = z.record(z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/), published);

/** `class` is one class of the application's own interface, not the whole attribute. */
export const attributeNameSchema = z.enum([
  "id",
  "name",
  "data-testid",
  "data-test",
  "data-cy",
  "data-qa",
  "class",
]);

/** `term`: what an element with this attribute is called where it says no name itself, an index of `terms`. */
const attributeSchema = z.strictObject({
  name: attributeNameSchema,
  value: published,
  term: indexSchema.optional(),
});

/** Names an element by an entry of `terms` or of `attributes`. */
const named = { term: indexSchema.optional(), attribute: indexSchema.optional() };

/** What must be so when a task is done. A part that is left out may be anything. */
export const conditionSchema = z.strictObject({
  /** The route that is shown, or that the element was acted on in. */
  route: indexSchema.optional(),
  ...named,
  /** What the last act on that element did. */
  effect: effectSchema.optional(),
  /** The state of that element. */
  state: stateSchema.optional(),
});

/** Written by hand. `done` holds when all of its conditions hold. */
export const taskSchema = z.strictObject({
  /** Such as "Approve an expense of {amount}". */
  sentence: published,
  /** The names in braces in the sentence, in their order. */
  slots: z.array(published).max(16).optional(),
  done: z.array(conditionSchema).min(1).max(16).optional(),
});
export type VocabularyTask = z.infer<typeof taskSchema>;

/** Where a named element lay when the crawler saw it: x, y, width, height in thousandths of the viewport. */
export const referenceBoxSchema = z.strictObject({
  route: indexSchema,
  ...named,
  box: z.tuple([z.int(), z.int(), z.int(), z.int()]),
});

export const layoutSchema = z.strictObject({
  /** Width and height of the reference viewport. */
  viewport: z.tuple([z.int().min(1), z.int().min(1)]),
  boxes: z.array(referenceBoxSchema).max(20_000),
});

export const vocabularySchema = z.strictObject({
  format: z.literal("tooltrail-vocabulary/1"),
  /** Names the tool, the same over all versions. */
  tool: idSchema,
  version: z.int().min(1),
  title: published,
  /** Path templates: `/users/:id`, a last `*` for any rest, `#flow/:id` for hash routes. */
  routes: z.array(published).max(5000),
  /** One entry, one index, one string per interface language. */
  terms: z.array(termSchema).max(20_000),
  attributes: z.array(attributeSchema).max(20_000),
  elements: z
    .array(
      z
        .string()
        .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/)
        .max(100)
        .meta({ source: "published" }),
    )
    .max(5000),
  tasks: z.array(taskSchema).max(1000),
  /** Where geometry at dataset time comes from: no box of a person's window leaves. */
  layout: layoutSchema.optional(),
});
export type Vocabulary = z.infer<typeof vocabularySchema>;
