// Each kind says which of its measures depend on the work and not on the hand; the others stay here.
import { isShippedKind, kinds } from "../../schemas/step.ts";
import type { Draft, Rule } from "./rule.ts";

type Ship = (measures: Record<string, unknown>) => Record<string, unknown>;

/** A step of a kind that stays in the browser is left out. */
function shipped({
  kind,
  n,
  tool,
  route,
  effect,
  target,
  onto,
  alert,
  outline,
  ...measures
}: Draft): Draft[] {
  if (!isShippedKind(kind)) return [];
  // Each kind types its own measures; over the list of kinds that type is lost.
  const ship = kinds[kind].ship as unknown as Ship;
  const known = { n, target, onto, alert, outline };
  const present = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
  return [{ kind, tool, route, effect, ...present, ...ship(measures) }];
}

export const measuresOfKind: Rule = (drafts) => drafts.flatMap(shipped);
