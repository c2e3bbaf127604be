import { z } from "zod";
import { defineKind } from "../kind.ts";

const direction = z.enum(["up", "down", "left", "right"]);
const pixels = z.int().min(-10_000_000).max(10_000_000);

export const scroll = defineKind({
  about: { title: "Scrolling" },
  stored: {
    direction,
    /** How far the content moved to the left and up in all, in CSS pixels. Local only. */
    by: z.tuple([pixels, pixels]),
  },
  shipped: { direction },
  ship: ({ direction }) => ({ direction }),
});
