// A paste names its source by its number here; in the shipment that is the source's position there. What does not
// leave, or was deleted, is "outside".
import { isShippedKind } from "../../schemas/step.ts";
import type { Rule } from "./rule.ts";

export const clipboardSource: Rule = (drafts) => {
  const shipped = drafts.filter(({ kind }) => isShippedKind(kind));
  const positions = new Map(shipped.map(({ n }, position) => [n, position]));
  return drafts.map(({ n: _, ...draft }) =>
    typeof draft.from === "number" ? { ...draft, from: positions.get(draft.from) ?? "outside" } : draft,
  );
};
