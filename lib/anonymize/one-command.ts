// What is done by keys, in a menu or by a button is one command, where the vocabulary's name of the button says which.
// That a menu was opened on the way says nothing more.
import { type Draft, isSamePage, type Rule } from "./rule.ts";
import { termsOf, type WordsOf } from "./words.ts";

const inMenu = /^menuitem/;
const given = /^(button|link|menuitem)/;

function commandOf({ kind, tool, target, command }: Draft, wordsOf: WordsOf): unknown {
  if (kind === "shortcut") return command;
  if (kind !== "click" || !target || !given.test(target.role)) return null;
  const words = wordsOf(tool);
  return termsOf(target, words).flatMap((term) => words.commandOf(term) ?? [])[0] ?? null;
}

/** No element: the keys have none. No page that came after: who goes on quickly would have it as the effect. */
const commanded = ({ n, tool, route, outline }: Draft, command: unknown): Draft => ({
  ...{ kind: "shortcut", n, tool, route, command },
  effect: "changed",
  ...(outline && { outline: { ...outline, node: null } }),
});

function opensMenu({ kind, button, effect }: Draft, next: Draft | undefined, wordsOf: WordsOf): boolean {
  if (kind !== "click") return false;
  if (button === "context") return true;
  return effect === "opened" && (next?.kind === "shortcut" || isInMenu(next, wordsOf));
}

const isInMenu = (next: Draft | undefined, wordsOf: WordsOf): boolean =>
  next?.kind === "click" && (inMenu.test(next.target?.role ?? "") || commandOf(next, wordsOf) !== null);

export const oneCommand: Rule = (drafts, wordsOf) =>
  drafts.flatMap((draft, at): Draft[] => {
    const next = drafts[at + 1];
    const follows = next && isSamePage(draft, next) ? next : undefined;
    if (opensMenu(draft, follows, wordsOf)) return [];
    const command = commandOf(draft, wordsOf);
    return command === null ? [draft] : [commanded(draft, command)];
  });
