import { z } from "zod";
import { defineKind } from "../kind.ts";

const button = z.enum(["main", "auxiliary", "context"]);

export const click = defineKind({
  about: {
    title: "Clicks",
    what: "which button or link, in which order",
    why: "An agent learns where to click next.",
    leaves: "The element, by its published name, and the order. No time, no position.",
    verb: "Clicked",
  },
  stored: { button, count: z.int().min(1).max(3) },
  shipped: { button, count: z.int().min(1).max(3) },
  usual: { button: "main", count: 1 },
  ship: ({ button, count }) => ({ button, count }),
});
