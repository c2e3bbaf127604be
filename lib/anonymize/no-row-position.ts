// Which row of a list was used is data, and a person's lists are in a person's order:
// among repeated siblings only first, middle or last leaves, and no ordinal selector.
import { type DraftTarget, eachTarget, type Rule } from "./rule.ts";

function withoutPosition(target: DraftTarget): DraftTarget {
  if (!target.path.some(({ among }) => among)) return target;
  const path = target.path.map(({ among, ...link }) => (among ? { ...link, nth: among } : link));
  return { ...target, path, selectors: target.selectors.filter(({ nth }) => nth === undefined) };
}

export const noRowPosition: Rule = (drafts) => drafts.map((draft) => eachTarget(draft, withoutPosition));
