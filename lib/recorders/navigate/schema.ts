import { z } from "zod";
import { defineKind } from "../kind.ts";

const how = z.enum(["full", "soft", "back", "forward", "reload", "new-tab"]);

export const navigate = defineKind({
  about: { title: "Changing pages" },
  stored: { how },
  shipped: { how },
  ship: ({ how }) => ({ how }),
});
