// When a step happened, and how long after the one before, names people (99% by typing rhythm alone):
// only the order stays.
import type { Rule } from "./rule.ts";

export const noTimes: Rule = (drafts) => drafts.map(({ at: _, ...draft }) => draft);
