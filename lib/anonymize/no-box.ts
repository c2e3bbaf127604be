// Where an element lies on the screen tells the window's size, and a side bar's width tells the person.
import type { Rule } from "./rule.ts";

export const noBox: Rule = (drafts) =>
  drafts.map((draft) => {
    if (!draft.target) return draft;
    const { box: _, ...target } = draft.target;
    return { ...draft, target };
  });
