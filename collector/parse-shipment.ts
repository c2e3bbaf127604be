// Strict: what the schema does not name cannot come in, and the bytes may say nothing besides the shipment.
import { type Shipment, shipmentSchema } from "../schemas/shipment.ts";
import { RefusalError } from "./refusal.ts";

// A byte order mark is not JSON; without `ignoreBOM` it would be passed over and then stored.
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function parseJson(bytes: Uint8Array): { text: string; value: unknown } {
  try {
    const text = utf8.decode(bytes);
    return { text, value: JSON.parse(text) };
  } catch (cause) {
    throw new RefusalError("not-json", cause);
  }
}

const sorted = (_: string, value: unknown): unknown =>
  value && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/**
 * The shipment that the bytes say, or a refusal: not-json, not-a-shipment.
 *
 * The bytes are stored as they came, so they must be the canonical form: a repeated key, white space, an
 * escape or a key order of one's own would carry what the schema never saw.
 */
export function parseShipment(bytes: Uint8Array): Shipment {
  const { text, value } = parseJson(bytes);
  // No string of a shipment needs an escape, so keys can be searched for as they are written.
  if (text.includes("\\") || text.includes('"__proto__"')) throw new RefusalError("not-a-shipment");
  const shipment = shipmentSchema.safeParse(value);
  if (!shipment.success) throw new RefusalError("not-a-shipment");
  // Only now: the schema has bounded the depth, and stringify is recursive.
  if (JSON.stringify(value, sorted) !== text) throw new RefusalError("not-a-shipment");
  return shipment.data;
}
