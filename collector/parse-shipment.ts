// Strict: what the schema does not name cannot come in, and the bytes may say nothing besides the shipment.
import { canonicalText } from "../schemas/canonical.ts";
import { pack } from "../schemas/pack.ts";
import type { Shipment } from "../schemas/shipment.ts";
import { unpack } from "../schemas/unpack.ts";
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

/**
 * The shipment that the bytes say, or a refusal: not-json, not-a-shipment, not-canonical.
 *
 * The bytes are stored as they came, so they must be the one form of this shipment: a repeated key, white space, an
 * escape, an order of one's own of keys or rows, or a row that nothing refers to would carry what the schema never saw.
 */
export function parseShipment(bytes: Uint8Array): Shipment {
  const { text, value } = parseJson(bytes);
  const shipment = unpack(value);
  if (!shipment) throw new RefusalError("not-a-shipment");
  if (canonicalText(pack(shipment)) !== text) throw new RefusalError("not-canonical");
  return shipment;
}
