// What a person says a trajectory was: a task of the tool's published catalogue, and how it came out.
import { z } from "zod";
import { epochSchema, idSchema, indexSchema } from "./id.ts";

export const outcomeSchema = z.enum(["done", "partly", "gave-up", "unknown"]);
export type Outcome = z.infer<typeof outcomeSchema>;

/** An entry of a catalogue: of which listed tool, and its place in the `tasks` of that tool's vocabulary. */
export const catalogueTaskSchema = z.strictObject({ tool: idSchema, index: indexSchema });
export type CatalogueTask = z.infer<typeof catalogueTaskSchema>;

export const taskMarkSchema = catalogueTaskSchema.extend({
  /** Left out while it is under way. */
  outcome: outcomeSchema.optional(),
  /** Started on purpose, or said afterwards. */
  said: z.enum(["started", "afterwards"]),
});
export type TaskMark = z.infer<typeof taskMarkSchema>;

export const taskUnderWaySchema = catalogueTaskSchema.extend({ startedAt: epochSchema });
export type TaskUnderWay = z.infer<typeof taskUnderWaySchema>;
