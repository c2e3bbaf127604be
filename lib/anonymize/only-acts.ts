// Looking around is a habit: how far somebody scrolls, that they went elsewhere and came back, loaded a page again or
// opened it in a tab of its own, at which menu they pointed. On which page an act was done, each act says itself.
import type { KindName } from "../../schemas/step.ts";
import type { Rule } from "./rule.ts";

const around: ReadonlySet<KindName> = new Set(["scroll", "switch", "navigate", "hover", "pointer"]);

export const onlyActs: Rule = (drafts) => drafts.filter(({ kind }) => !around.has(kind));
