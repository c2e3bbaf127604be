import { defineLocalKind } from "../kind.ts";

export const hover = defineLocalKind({
  about: { title: "Menus that open by pointing" },
  stored: {},
  shipped: null,
});
