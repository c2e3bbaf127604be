// Which row of a list was used is data, and a person's lists are in a person's order:
// among repeated siblings only first, middle or last leaves, and no ordinal selector.
import type { DraftTarget, Rule } from "./rule.ts";

function withoutPosition(target: DraftTarget): DraftTarget {
  if (!target.path.some(({ among }) => among)) return target;
  const path = target.path.map(({ among, ...link }) => (among ? { ...link, nth: among } : link));
  return { ...target, path, selectors: target.selectors.filter(({ by }) => by !== "ordinal") };
}

export const noRowPosition: Rule = (drafts) =>
  drafts.map((draft) => (draft.target ? { ...draft, target: withoutPosition(draft.target) } : draft));
