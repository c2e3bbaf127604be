// An allow-listed internal web application.
import { z } from "zod";
import { epochSchema, idSchema } from "./id.ts";

/** Words the person or the company gave a tool; they never leave. */
const given = z.string().max(200).meta({ source: "person" });

/** A WebExtension match pattern with a named host: scheme, host, optional port, path `/*`. */
export const patternSchema = z
  .string()
  .regex(/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?\/\*$|^https?:\/\/\[[0-9a-f:.]+\](:\d{1,5})?\/\*$/)
  .max(300)
  .meta({ source: "person" });

export const toolSchema = z.strictObject({
  id: idSchema,
  alias: given.min(1),
  pattern: patternSchema,
  owner: given,
  reason: given,
  /** The tool id of a bundled vocabulary, or null for a tool that has none. */
  vocabulary: idSchema.nullable(),
  addedAt: epochSchema,
  /** Set when the person removed it: its steps may still be here and need its name and vocabulary. */
  removedAt: epochSchema.optional(),
});
export type Tool = z.infer<typeof toolSchema>;
