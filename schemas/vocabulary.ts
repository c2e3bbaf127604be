// A tool's published strings. Everything else refers to them by index.
import { z } from "zod";
import { idSchema } from "./id.ts";

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
  attributes: z.array(z.strictObject({ name: attributeNameSchema, value: published })).max(20_000),
  elements: z
    .array(
      z
        .string()
        .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/)
        .max(100)
        .meta({ source: "published" }),
    )
    .max(5000),
  tasks: z.array(z.strictObject({ sentence: published })).max(1000),
});
export type Vocabulary = z.infer<typeof vocabularySchema>;
