import { z } from "zod";
import { defineLocalKind } from "../kind.ts";

/** To the tool that the step names, or away from it to anything that is not on the list. */
const to = z.enum(["tool", "elsewhere"]);

export const switching = defineLocalKind({
  about: { title: "Switching tools" },
  stored: { to },
  shipped: null,
});
