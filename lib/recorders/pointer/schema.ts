import { z } from "zod";
import { defineLocalKind } from "../kind.ts";

const pixels = z.int().min(-100_000).max(100_000);
const milliseconds = z.int().min(0).max(600_000);

/** Most points of one path: what came before is forgotten. */
export const mostPoints = 256;

export const pointer = defineLocalKind({
  about: { title: "Pointer paths" },
  /** Points on the way: x and y in CSS pixels of the window, milliseconds since the first. */
  stored: {
    path: z
      .array(z.tuple([pixels, pixels, milliseconds]))
      .min(1)
      .max(mostPoints),
  },
  shipped: null,
});
