import { z } from "zod";
import { defineKind } from "../kind.ts";

const act = z.enum(["copied", "cut", "pasted"]);
/** A paste names the step that it was copied from, if that is in the same trajectory; null for copied and cut, and
 * for a paste until the trajectory is closed. */
const from = z.union([z.int().min(0).max(100_000), z.literal("outside")]).nullable();

export const clipboard = defineKind({
  about: { title: "Copy and paste" },
  /** `length` is that of the field's text after a paste, as of what is typed. Local only. */
  stored: { act, from, length: z.int().min(0).max(10_000_000).optional() },
  shipped: { act, from },
  usual: { from: null },
  ship: ({ act, from }) => ({ act, from }),
});
