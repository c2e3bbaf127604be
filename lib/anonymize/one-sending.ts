// A form is sent by Enter, by keys from a long text, or by its button: that it was sent is one step.
import { type Draft, isSamePage, type Rule } from "./rule.ts";

const buttons = /^(button|link|menuitem)$/;

const sends = (draft: Draft): boolean =>
  draft.kind === "shortcut"
    ? /^(submit|activate)$/.test(draft.command as string)
    : draft.kind === "click" && buttons.test(draft.target?.role ?? "button");

export const oneSending: Rule = (drafts) =>
  drafts.filter((draft, at) => {
    const next = drafts[at + 1];
    return !(next?.kind === "submit" && isSamePage(draft, next) && sends(draft));
  });
