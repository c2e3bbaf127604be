import { z } from "zod";
import { defineLocalKind } from "../kind.ts";

const act = z.enum(["copied", "cut", "pasted"]);
/** A paste names the step that it was copied from, if that is in the same trajectory; null for copied and cut, and
 * for a paste until the trajectory is closed. */
const from = z.union([z.int().min(0).max(100_000), z.literal("outside")]).nullable();

export const clipboard = defineLocalKind({
  about: { title: "Copy and paste" },
  /** `length` is that of the field's text after a paste, as of what is typed. What leaves of a paste is a
   * typing with that length. */
  stored: { act, from, length: z.int().min(0).max(10_000_000).optional() },
  shipped: null,
});
