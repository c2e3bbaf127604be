// A shipment has a largest size: what does not fit is left out of the outlines, the oldest first.
import type { Outline } from "../../schemas/outline.ts";
import { sealedSizes } from "../../schemas/sealing.ts";
import { maxShipmentBytes } from "../../schemas/shipment.ts";
import { canonicalBytes } from "../anonymize/canonical.ts";
import { gzip } from "./gzip.ts";

/** What a token, the way to the collector and the seal add to the packed bytes, and some more. */
const around = 1024;
const mostPacked = sealedSizes.at(-1)! - around;

/**
 * How many bytes a shipment is too long, or 0: for the collector to unpack it, or for the largest sealed request. It
 * is made to fit before it is shown, so that what is shown is what leaves.
 */
export async function excessOf(bytes: Uint8Array): Promise<number> {
  const excess = Math.max(0, bytes.length - maxShipmentBytes);
  // Gzip makes nothing longer than this.
  if (excess > 0 || bytes.length < mostPacked - around) return excess;
  const packed = (await gzip(bytes)).length;
  return packed <= mostPacked ? 0 : Math.ceil(((packed - mostPacked) * bytes.length) / packed);
}

/** Without so many of the first outlines that at least `excess` bytes are saved. */
export function withoutOldest<O extends Outline>(outlines: readonly O[], excess: number): O[] {
  let saved = 0;
  let from = 0;
  // Each takes a comma with it. A step that cited it may grow by a few bytes: whoever asks measures again.
  while (saved < excess && from < outlines.length) saved += canonicalBytes(outlines[from++]).length;
  return outlines.slice(from);
}
