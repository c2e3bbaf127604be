// A step, in its two forms: stored (this browser only) and shipped. Both are built from the list of kinds.
import { z } from "zod";
import { kinds } from "../lib/recorders/schemas.ts";
import { idSchema, indexSchema } from "./id.ts";
import { shippedTargetSchema, targetSchema } from "./target.ts";

export { lengthEdges } from "../lib/recorders/typing/schema.ts";
export { kinds };
export const kindNames = Object.keys(kinds) as [KindName, ...KindName[]];
export type KindName = keyof typeof kinds;
export const kindSchema = z.enum(kindNames);

export const effectSchema = z.enum([
  "navigated",
  "opened",
  "closed",
  "changed",
  "invalid",
  "alert",
  "nothing",
]);
export type Effect = z.infer<typeof effectSchema>;

/** Milliseconds since the trajectory opened; on the way from the page, since the epoch. */
const at = z.number().min(-86_400_000).max(8.64e15);
const route = indexSchema.nullable();
/** Positions of the frames from the top document to this one; empty for the top document. */
const frame = z.array(z.int().min(0).max(1000)).max(16);
/** The row of the tool table here; position in the shipment's list of tools there. */
const shippedTool = z.int().min(0).max(63);

const common = { route, effect: effectSchema };
const stored = <K extends KindName>(kind: K) =>
  z.strictObject({
    kind: z.literal(kind),
    at,
    tool: idSchema,
    frame,
    target: targetSchema.optional(),
    ...common,
    ...(kinds[kind].stored as (typeof kinds)[K]["stored"]),
  });
const shipped = <K extends KindName>(kind: K) =>
  z.strictObject({
    kind: z.literal(kind),
    tool: shippedTool,
    target: shippedTargetSchema.optional(),
    ...common,
    ...(kinds[kind].shipped as (typeof kinds)[K]["shipped"]),
  });

// One schema a kind, from the list: `as` only gives the mapped array its type back.
type Of<F extends (kind: never) => z.ZodType> = F extends (kind: never) => infer S ? S : never;
type StoredSchema = { [K in KindName]: Of<typeof stored<K>> }[KindName];
type ShippedSchema = { [K in KindName]: Of<typeof shipped<K>> }[KindName];

export const stepSchema = z.discriminatedUnion(
  "kind",
  kindNames.map((kind) => stored(kind)) as unknown as [StoredSchema, ...StoredSchema[]],
);
export type Step = z.infer<typeof stepSchema>;
export type StepOf<K extends KindName> = Extract<Step, { kind: K }>;

export const shippedStepSchema = z.discriminatedUnion(
  "kind",
  kindNames.map((kind) => shipped(kind)) as unknown as [ShippedSchema, ...ShippedSchema[]],
);
export type ShippedStep = z.infer<typeof shippedStepSchema>;

/** Most steps one trajectory may hold; it is closed by size then. */
export const maxSteps = 2000;
