// What happened between two states of a page, as far as its structure tells.
import type { Effect } from "../../schemas/step.ts";
import { rolesOf } from "../dom/roles.ts";
import type { PageState } from "./state.ts";

const overlays = rolesOf("o");

const openIn = ({ nodes }: PageState): number =>
  nodes.filter(({ role, state }) => overlays.has(role) || state?.includes("expanded")).length;

/** Opened, closed, changed or nothing. */
export function differenceOf(before: PageState, after: PageState): Effect {
  if (before.key === after.key) return "nothing";
  const opened = openIn(after) - openIn(before);
  if (opened > 0) return "opened";
  return opened < 0 ? "closed" : "changed";
}
