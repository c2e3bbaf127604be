// A step as it leaves, built from the list of kinds. By itself, because who stores a step does not need it.
import { z } from "zod";
import { kinds, type Of, type ShippedKindName, saidOfStep, shippedKindNames } from "./step-of-kind.ts";
import { shippedTargetSchema } from "./target.ts";

/** Position in the shipment's list of tools. */
const shippedTool = z.int().min(0).max(63);

const shipped = <K extends ShippedKindName>(kind: K) =>
  z.strictObject({
    kind: z.literal(kind),
    tool: shippedTool,
    target: shippedTargetSchema.optional(),
    onto: shippedTargetSchema.optional(),
    ...saidOfStep,
    ...(kinds[kind].shipped as (typeof kinds)[K]["shipped"]),
  });

// One schema a kind, from the list: `as` only gives the mapped array its type back.
type ShippedSchema = { [K in ShippedKindName]: Of<typeof shipped<K>> }[ShippedKindName];

export const shippedStepSchema = z.discriminatedUnion(
  "kind",
  shippedKindNames.map((kind) => shipped(kind)) as unknown as [ShippedSchema, ...ShippedSchema[]],
);
export type ShippedStep = z.infer<typeof shippedStepSchema>;
