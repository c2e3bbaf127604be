import { z } from "zod";
import { defineKind } from "../kind.ts";

/** To the tool that the step names, or away from it to anything that is not on the list. */
const to = z.enum(["tool", "elsewhere"]);

export const switching = defineKind({
  about: {
    title: "Switching tools",
    what: "from one listed tool to another; anything else is only elsewhere",
    why: "An agent learns which tools a task needs.",
    leaves: "The tool that was gone to, or elsewhere. Never what elsewhere was.",
    verb: "Went to",
  },
  stored: { to },
  shipped: { to },
  ship: ({ to }) => ({ to }),
});
