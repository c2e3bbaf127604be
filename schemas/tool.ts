// An allow-listed internal web application.
import { z } from "zod";
import { epochSchema, idSchema } from "./id.ts";
import { switchSchema } from "./step-of-kind.ts";

/** Words the person or the company gave a tool; they never leave. */
const given = z.string().max(200).meta({ source: "person" });

/** A WebExtension match pattern with a named host: scheme, host, optional port, path `/*`. */
export const patternSchema = z
  .string()
  .regex(/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?\/\*$|^https?:\/\/\[[0-9a-f:.]+\](:\d{1,5})?\/\*$/)
  .max(300)
  .meta({ source: "person" });

/** A path that is left out, such as `/admin` (with all below it) or `/#/people`; `*` is any run, four at most. */
export const pathPatternSchema = z
  .string()
  .regex(/^\/[\x21-\x29\x2b-\x7e]*(\*[\x21-\x29\x2b-\x7e]*){0,4}$/)
  .max(200)
  .meta({ source: "person" });

/** Where in a tool, and what of it, nothing is recorded though the answer covers it. Both only narrow. */
const narrowing = {
  /** Left out: every kind that was agreed to. */
  kinds: z.array(switchSchema).optional(),
  exclude: z.array(pathPatternSchema).max(100).optional(),
};
export const toolNarrowingSchema = z.strictObject(narrowing);
export type ToolNarrowing = z.infer<typeof toolNarrowingSchema>;

/** What a tool is, whoever lists it. A change of pattern, reason or vocabulary makes another tool of it. */
export const describedToolSchema = z.strictObject({
  alias: given.min(1),
  pattern: patternSchema,
  owner: given,
  reason: given,
  /** The tool id of a bundled vocabulary, or null for a tool that has none. */
  vocabulary: idSchema.nullable(),
  ...narrowing,
});
export type DescribedTool = z.infer<typeof describedToolSchema>;

export const toolSchema = describedToolSchema.extend({
  id: idSchema,
  addedAt: epochSchema,
  /** Taken over from the company's list: when it goes from there it goes from here. */
  listedBy: z.literal("company").optional(),
  /** Set when the person removed it: its steps may still be here and need its name and vocabulary. */
  removedAt: epochSchema.optional(),
});
export type Tool = z.infer<typeof toolSchema>;
