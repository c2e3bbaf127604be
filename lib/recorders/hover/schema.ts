import { defineKind } from "../kind.ts";

export const hover = defineKind({
  about: { title: "Menus that open by pointing" },
  stored: {},
  shipped: {},
  ship: () => ({}),
});
