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

/** Position in the shipment's list of tools. */
const shippedTool = z.int().min(0).max(63);
/**
 * What leaves of it. Whether it was started on purpose or said afterwards is the person's manner and stays here, and
 * so is that somebody says that it is done, or that nobody knows.
 */
export const shippedTaskSchema = z.union([
  /** The steps that leave meet all that the catalogue says of when it is done. */
  catalogueTaskSchema.extend({
    tool: shippedTool,
    outcome: outcomeSchema.extract(["done"]),
    judgedBy: z.literal("condition"),
  }),
  catalogueTaskSchema.extend({
    tool: shippedTool,
    outcome: outcomeSchema.extract(["partly", "gave-up"]),
    judgedBy: z.literal("person"),
  }),
]);
export type ShippedTask = z.infer<typeof shippedTaskSchema>;

export const taskUnderWaySchema = catalogueTaskSchema.extend({ startedAt: epochSchema });
export type TaskUnderWay = z.infer<typeof taskUnderWaySchema>;
