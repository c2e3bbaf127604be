// What happened between two states of a page, as far as its structure tells.
import type { OutlineNode } from "../../schemas/outline.ts";
import type { Effect } from "../../schemas/step.ts";
import { rolesOf } from "../dom/roles.ts";
import type { PageState } from "./state.ts";

const overlays = rolesOf("o");

/** How many of the nodes are open. */
export const openIn = (nodes: readonly OutlineNode[]): number =>
  nodes.filter(({ role, state }) => overlays.has(role) || state?.includes("expanded")).length;

/** Opened, closed, changed or nothing. */
export function differenceOf(before: PageState, after: PageState): Effect {
  if (before.key === after.key) return "nothing";
  const opened = after.open - before.open;
  if (opened > 0) return "opened";
  return opened < 0 ? "closed" : "changed";
}
