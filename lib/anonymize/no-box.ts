// Where an element lies on the screen tells the window's size, and a side bar's width tells the person.
import { eachTarget, type Rule } from "./rule.ts";

export const noBox: Rule = (drafts) =>
  drafts.map((draft) => eachTarget(draft, ({ box: _, ...target }) => target));
