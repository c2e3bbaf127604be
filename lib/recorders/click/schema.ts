import { z } from "zod";
import { defineKind } from "../kind.ts";

const button = z.enum(["main", "auxiliary", "context"]);

export const click = defineKind({
  about: { title: "Clicks" },
  stored: { button, count: z.int().min(1).max(3) },
  shipped: { button, count: z.int().min(1).max(3) },
  usual: { button: "main", count: 1 },
  ship: ({ button, count }) => ({ button, count }),
});
