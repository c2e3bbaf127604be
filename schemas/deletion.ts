// What a person deletes, and the tombstone that hides it until it is final.
import { z } from "zod";
import { daySchema, epochSchema, idSchema } from "./id.ts";
import { kindSchema } from "./step-of-kind.ts";

export const deletionSchema = z.discriminatedUnion("by", [
  /** One step or a selection of steps of one trajectory, by number. */
  z.strictObject({
    by: z.literal("steps"),
    trajectory: idSchema,
    steps: z.array(z.int().min(0)).min(1).max(2000),
  }),
  z.strictObject({ by: z.literal("trajectory"), trajectory: idSchema }),
  z.strictObject({ by: z.literal("tool"), tool: idSchema }),
  /** The last minutes. */
  z.strictObject({ by: z.literal("minutes"), minutes: z.int().min(1).max(1440) }),
  /** Calendar days in the person's time zone, both included. */
  z.strictObject({ by: z.literal("days"), from: daySchema, to: daySchema }),
  z.strictObject({ by: z.literal("all") }),
]);
export type Deletion = z.infer<typeof deletionSchema>;

const totalSchema = z.strictObject({
  day: daySchema,
  tool: idSchema,
  kind: kindSchema,
  count: z.int().min(1),
});

export const tombstoneSchema = z.strictObject({
  id: idSchema,
  what: deletionSchema,
  /** Nothing that was done later is meant. */
  at: epochSchema,
  /** It can be undone until then. */
  until: epochSchema,
  /** What it takes from the totals, where its form does not say so by itself. */
  less: z.array(totalSchema),
});
export type Tombstone = z.infer<typeof tombstoneSchema>;
