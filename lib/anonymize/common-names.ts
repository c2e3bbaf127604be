// A name that is not published in each of the tool's languages tells the language.
import { type Draft, type DraftTarget, eachTarget, type Rule } from "./rule.ts";
import type { Words } from "./words.ts";

const names = (selector: DraftTarget["selectors"][number], isCommon: Words["isCommon"]): boolean => {
  const { within } = selector;
  const own = selector.by === "role" ? selector.name : selector.by === "label" ? selector.label : null;
  const around = within && "role" in within ? within.name : null;
  return [own, around].every((term) => term === null || isCommon(term));
};

const common = (target: DraftTarget, { isCommon }: Words): DraftTarget => ({
  ...target,
  name: target.name !== null && isCommon(target.name) ? target.name : null,
  selectors: target.selectors.filter((selector) => names(selector, isCommon)),
  terms: target.terms.filter(isCommon),
});

export const commonNames: Rule = (drafts, wordsOf) =>
  drafts.map((draft): Draft => {
    const words = wordsOf(draft.tool);
    const { alert, ...rest } = eachTarget(draft, (target) => common(target, words));
    return { ...rest, ...(alert !== undefined && words.isCommon(alert) && { alert }) };
  });
