// One person searches a list, another looks through it; what counts is the row that was opened then.
import { type Draft, isWithin, type Rule } from "./rule.ts";
import { termsOf, type WordsOf } from "./words.ts";

const isField = (role: string) => role === "searchbox" || role === "textbox" || role === "combobox";

function isSearch({ kind, tool, target, command }: Draft, wordsOf: WordsOf): boolean {
  if (kind === "shortcut" && /^(search|find)$/.test(command as string)) return true;
  if (!target) return false;
  if (target.role === "searchbox" || target.role === "search") return true;
  if (isWithin(target, { tag: "search", role: "search" })) return true;
  const words = wordsOf(tool);
  return isField(target.role) && termsOf(target, words).some(words.searches);
}

export const noSearching: Rule = (drafts, wordsOf) => drafts.filter((draft) => !isSearch(draft, wordsOf));
