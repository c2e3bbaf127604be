// Which row of a list was used is data, and so is how many rows stand before something: a person's lists are in a
// person's order. Among repeated siblings only first, middle or last leaves, and no selector whose ordinal counts rows.
import { type DraftTarget, eachTarget, type Rule } from "./rule.ts";

function withoutPosition(target: DraftTarget): DraftTarget {
  const path = target.path.map(({ among, ...link }) => (among ? { ...link, nth: among } : link));
  return { ...target, path, selectors: target.selectors.filter(({ countsRows }) => !countsRows) };
}

export const noRowPosition: Rule = (drafts) => drafts.map((draft) => eachTarget(draft, withoutPosition));
