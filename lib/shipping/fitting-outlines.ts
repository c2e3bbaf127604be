// A shipment has a largest size: what does not fit is left out of the outlines, the oldest first.
import type { Outline } from "../../schemas/outline.ts";
import { canonicalBytes } from "../anonymize/canonical.ts";

/** Without so many of the first outlines that at least `excess` bytes are saved. */
export function withoutOldest(outlines: readonly Outline[], excess: number): Outline[] {
  let saved = 0;
  let from = 0;
  // Each takes a comma with it. A step that cited it may grow by a few bytes: whoever asks measures again.
  while (saved < excess && from < outlines.length) saved += canonicalBytes(outlines[from++]).length;
  return outlines.slice(from);
}
