import { z } from "zod";
import { defineKind } from "../kind.ts";

const how = z.enum(["full", "soft", "back", "forward", "reload", "new-tab"]);

export const navigate = defineKind({
  about: {
    title: "Changing pages",
    what: "the kind of page, not its address",
    why: "An agent learns which page a piece of work goes to.",
    leaves: "The page's published template, such as a ticket, never which ticket.",
    verb: "Opened",
  },
  stored: { how },
  shipped: { how },
  ship: ({ how }) => ({ how }),
});
