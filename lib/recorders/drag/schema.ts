import { z } from "zod";
import { defineKind } from "../kind.ts";

/** By the browser's own drag and drop, or by the page from pointer events. */
const how = z.enum(["native", "pointer"]);

export const drag = defineKind({
  about: {
    title: "Drags",
    what: "what was dragged onto what",
    why: "An agent learns to move cards, nodes and files.",
    leaves: "Both elements, by their published names. No path, no position.",
    verb: "Dragged",
  },
  stored: { how },
  shipped: { how },
  ship: ({ how }) => ({ how }),
});
