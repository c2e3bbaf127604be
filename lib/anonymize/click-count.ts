// Some click twice where once is enough: that they did leaves only where something came of it. Some open a page in a tab
// of its own: that it was opened is what leaves.
import type { Rule } from "./rule.ts";

export const clickCount: Rule = (drafts) =>
  drafts.map((draft) => {
    if (draft.kind !== "click") return draft;
    const isTab = draft.button === "auxiliary" && draft.effect === "navigated";
    return isTab || draft.effect === "nothing" ? { ...draft, count: 1, button: "main" } : draft;
  });
