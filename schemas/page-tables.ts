// A vocabulary as a page script gets it (lib/vocabulary/page-tables.ts): published strings and their indices.
import { z } from "zod";
import { indexSchema } from "./id.ts";

/** As schemas/vocabulary.ts has it; an attribute's name stands before its value. */
const published = z.string().min(1).max(220).meta({ source: "published" });

/** A string, and the index that stands for it. */
const pairs = z.array(z.tuple([published, indexSchema]));
const parts = z.array(published).nullable();

/** Index of the route, parts of its path and of its hash; null: whatever the path, whatever the hash. */
const templateSchema = z.tuple([indexSchema, parts, parts]);
export type Template = z.infer<typeof templateSchema>;

export const pageTablesSchema = z.strictObject({
  routes: z.array(templateSchema),
  terms: pairs,
  /** Such as `id=save` and `class=toolbar`. */
  attributes: pairs,
  /** Index of an attribute, and of the term that an element with it is called by. */
  called: z.array(z.tuple([indexSchema, indexSchema])),
  elements: pairs,
});
export type PageTables = z.infer<typeof pageTablesSchema>;
