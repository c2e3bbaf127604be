// What leaves, back to the shipment that it says: the inverse of pack.ts.
import { z } from "zod";
import { NoSuchRow, resolve } from "./resolve-rows.ts";
import { type Shipment, shipmentSchema } from "./shipment.ts";
import { type optionalTarget, stepWith } from "./shipped-step.ts";
import { maxSteps } from "./step.ts";
import { shippedTargetSchema } from "./target.ts";
import { parseWire } from "./wire.ts";

const checked = new WeakSet<object>();
/** Steps that cite one row have one object for their target, which nobody changes: it is checked once. */
const once = z.custom((candidate) => {
  if (typeof candidate !== "object" || candidate === null) return false;
  if (checked.has(candidate)) return true;
  const { success } = shippedTargetSchema.safeParse(candidate);
  if (success) checked.add(candidate);
  return success;
});
const sharing = stepWith(once.optional() as unknown as typeof optionalTarget);
const madeHere = shipmentSchema.extend({ steps: z.array(sharing).min(1).max(maxSteps) });

/**
 * The shipment that this form says, or null for what is not the form of one. Has passed the shipment's own schema; it is
 * not zod's copy, in which steps no longer share their targets, because pack.ts is quicker where they do.
 */
export function unpack(wire: unknown): Shipment | null {
  const parsed = parseWire(wire);
  if (!parsed) return null;
  try {
    const shipment = resolve(parsed);
    return madeHere.safeParse(shipment).success ? (shipment as Shipment) : null;
  } catch (cause) {
    if (cause instanceof NoSuchRow) return null;
    throw cause;
  }
}
