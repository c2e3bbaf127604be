// A step as it leaves, built from the list of kinds, and no wider than what the rules of lib/anonymize make of it. By
// itself, because who stores a step does not need it.
import { z } from "zod";
import { kinds, type Of, type ShippedKindName, saidOfStep, shippedKindNames } from "./step-of-kind.ts";
import { shippedTargetSchema } from "./target.ts";

/** Position in the shipment's list of tools. */
const shippedTool = z.int().min(0).max(63);

export const optionalTarget = shippedTargetSchema.optional();
/** In the place of a field that steps of a kind never have. */
const nothing = z.never().optional();
/** How a field was filled, and what a command was given by, is not said: neither what the page did meanwhile. */
const changed = { effect: z.literal("changed"), alert: nothing };

/** What the steps of a kind say besides their measures. */
function saidOf(target: typeof optionalTarget) {
  const common = { target, onto: nothing, ...saidOfStep };
  return {
    click: common,
    drag: { ...common, onto: target },
    typing: { ...common, ...changed },
    shortcut: { ...common, ...changed, target: nothing },
    choose: { ...common, ...changed },
    submit: common,
  } satisfies Record<ShippedKindName, object>;
}
type Said = ReturnType<typeof saidOf>;

const shipped = <K extends ShippedKindName>(kind: K, said: Said) =>
  z.strictObject({
    kind: z.literal(kind),
    tool: shippedTool,
    ...(said[kind] as Said[K]),
    ...(kinds[kind].shipped as (typeof kinds)[K]["shipped"]),
  });

// One schema a kind, from the list: `as` only gives the mapped array its type back.
type ShippedSchema = { [K in ShippedKindName]: Of<typeof shipped<K>> }[ShippedKindName];

/** Steps of all kinds, whose targets are checked by this schema. */
export function stepWith(target: typeof optionalTarget) {
  const said = saidOf(target);
  return z.discriminatedUnion(
    "kind",
    shippedKindNames.map((kind) => shipped(kind, said)) as unknown as [ShippedSchema, ...ShippedSchema[]],
  );
}

export const shippedStepSchema = stepWith(optionalTarget);
export type ShippedStep = z.infer<typeof shippedStepSchema>;
