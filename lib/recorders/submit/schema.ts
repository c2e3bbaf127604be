import { defineKind } from "../kind.ts";

export const submit = defineKind({
  about: {
    title: "Sending forms",
    what: "that a form was sent, never what was in it",
    why: "An agent learns where a form ends.",
    leaves: "The form, by its published name.",
    verb: "Sent",
  },
  stored: {},
  shipped: {},
  ship: () => ({}),
});
