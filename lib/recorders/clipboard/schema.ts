import { z } from "zod";
import { defineKind } from "../kind.ts";

const act = z.enum(["copied", "cut", "pasted"]);
/** A paste names the step that it was copied from, if that is in the same trajectory; null for copied and cut, and
 * for a paste until the trajectory is closed. */
const from = z.union([z.int().min(0).max(100_000), z.literal("outside")]).nullable();

export const clipboard = defineKind({
  about: { title: "Copy and paste" },
  stored: { act, from },
  shipped: { act, from },
  usual: { from: null },
  ship: ({ act, from }) => ({ act, from }),
});
