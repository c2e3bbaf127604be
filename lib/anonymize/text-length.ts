// How much somebody writes where much can be written is a manner (EER 0.24); how long an amount or a number is, is not.
// In a field of several lines only that it was filled leaves, or that it was emptied.
import type { Draft, Rule } from "./rule.ts";

const isLong = ({ target }: Draft): boolean => {
  const tag = target?.path.at(-1)?.tag;
  // A rich text is no input of any kind.
  return tag !== "input";
};

export const textLength: Rule = (drafts) =>
  drafts.map((draft) =>
    draft.kind === "typing" && draft.length !== 0 && isLong(draft) ? { ...draft, length: null } : draft,
  );
