// Which of the few lengths a sealed request gets.
import { sealedOverhead, sealedSizes } from "../../schemas/sealing.ts";

/** Length of the padded message before sealing, or null when it would not fit into the largest request. */
export function paddedSize(messageLength: number, least = 0): number | null {
  const size = sealedSizes.find((one) => one >= Math.max(messageLength + sealedOverhead, least));
  return size === undefined ? null : size - sealedOverhead;
}
