import { defineKind } from "../kind.ts";

export const submit = defineKind({
  about: { title: "Sending forms" },
  stored: {},
  shipped: {},
  ship: () => ({}),
});
