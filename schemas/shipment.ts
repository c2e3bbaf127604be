// What leaves: numbers, enums and fixed-form ids only. In which form it is written: wire.ts.
import { z } from "zod";
import { digestSchema, idSchema, weekSchema } from "./id.ts";
import { shippedOutlineSchema } from "./outline.ts";
import { shippedStepSchema } from "./shipped-step.ts";
import { maxSteps } from "./step.ts";
import { shippedTaskSchema } from "./task.ts";

export const shipmentSchema = z.strictObject({
  format: z.literal("tooltrail/1"),
  id: idSchema,
  week: weekSchema,
  /** SHA-256 of the erase key that only the person's browser holds. */
  eraseTag: digestSchema,
  notice: z.int().min(1).max(10_000),
  /** In the order of first use; both null for a tool without a vocabulary. */
  tools: z
    .array(
      z.strictObject({ tool: idSchema.nullable(), vocabulary: z.int().min(1).max(1_000_000).nullable() }),
    )
    .min(1)
    .max(64),
  steps: z.array(shippedStepSchema).min(1).max(maxSteps),
  /** The task that these steps are of, where they show it or the person said it. */
  task: shippedTaskSchema.optional(),
  /** The page states that the steps cite, in the order of first use. */
  outlines: z.array(shippedOutlineSchema).max(maxSteps),
});
export type Shipment = z.infer<typeof shipmentSchema>;

/** Largest shipment the collector inflates, in bytes. */
export const maxShipmentBytes = 1_048_576;

/** The collector's typed acknowledgement. Anything else with status 200 is not one. */
export const acknowledgementSchema = z.strictObject({
  format: z.literal("tooltrail-acknowledgement/1"),
  id: idSchema,
  result: z.enum(["stored", "repeated"]),
});
export type Acknowledgement = z.infer<typeof acknowledgementSchema>;

export const refusalSchema = z.strictObject({
  format: z.literal("tooltrail-refusal/1"),
  error: z.enum([
    "not-gzip",
    "not-json",
    "not-a-shipment",
    /** It says a shipment, but not in the one form that this shipment has. */
    "not-canonical",
    "not-a-report",
    "too-large",
    /** The id is known, but with other bytes. */
    "other-bytes",
    "erased",
    /** Not an encapsulated request of one of the lengths, or it does not open. */
    "not-sealed",
    /** What was sealed is not a request that the collector takes. */
    "not-http",
    "no-token",
    /** Forged, of another key, origin or week: send again with another token. */
    "bad-token",
    /** The token paid for another shipment: send again with another token. */
    "token-spent",
    /** The shipment's week is over at the collector, or has not come. */
    "wrong-week",
    /** Send again later. */
    "busy",
    "not-found",
    "method",
    "storage",
    "unexpected",
  ]),
});
export type Refusal = z.infer<typeof refusalSchema>;
