import { z } from "zod";
import { defineKind } from "../kind.ts";

/** By the browser's own drag and drop, or by the page from pointer events. */
const how = z.enum(["native", "pointer"]);

export const drag = defineKind({
  about: { title: "Drags" },
  stored: { how },
  shipped: { how },
  ship: ({ how }) => ({ how }),
});
