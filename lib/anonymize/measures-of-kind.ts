// Each kind says which of its measures depend on the work and not on the hand; the others stay here.
import { kinds } from "../../schemas/step.ts";
import type { Draft, Rule } from "./rule.ts";

type Ship = (measures: Record<string, unknown>) => Record<string, unknown>;

function shipped({ kind, tool, route, effect, target, ...measures }: Draft): Draft {
  // Each kind types its own measures; over the list of kinds that type is lost.
  const ship = kinds[kind].ship as unknown as Ship;
  return { kind, tool, route, effect, ...(target && { target }), ...ship(measures) };
}

export const measuresOfKind: Rule = (drafts) => drafts.map(shipped);
