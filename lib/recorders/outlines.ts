// Outlines are no steps, but a switch of their own among the kinds.
import type { KindAbout } from "./kind.ts";

export const outlines: KindAbout = {
  title: "Outlines of pages",
  what: "the bare structure of a page before an act: roles and nesting, no text",
  why: "An agent learns what else was there to choose from.",
  leaves: "Roles, nesting, states and published names. Rows of a list are one row with a rough count.",
  verb: "",
};
