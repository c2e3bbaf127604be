import { defineKind } from "../kind.ts";

export const hover = defineKind({
  about: {
    title: "Menus that open by pointing",
    what: "only the pointing that opened what was used next",
    why: "An agent learns which menus open without a click.",
    leaves: "The element, by its published name.",
    verb: "Pointed at",
  },
  stored: {},
  shipped: {},
  ship: () => ({}),
});
