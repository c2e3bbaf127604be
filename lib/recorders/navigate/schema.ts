import { z } from "zod";
import { defineLocalKind } from "../kind.ts";

const how = z.enum(["full", "soft", "back", "forward", "reload", "new-tab"]);

export const navigate = defineLocalKind({
  about: { title: "Changing pages" },
  stored: { how },
  shipped: null,
});
