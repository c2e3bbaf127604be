import { z } from "zod";
import { defineLocalKind } from "../kind.ts";

const direction = z.enum(["up", "down", "left", "right"]);
const pixels = z.int().min(-10_000_000).max(10_000_000);

export const scroll = defineLocalKind({
  about: { title: "Scrolling" },
  stored: {
    direction,
    /** How far the content moved to the left and up in all, in CSS pixels. */
    by: z.tuple([pixels, pixels]),
  },
  shipped: null,
});
