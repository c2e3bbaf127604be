// A name with a keyboard shortcut behind it ("Import ctrl-i"): the message file knows the name, the page adds the keys.
import type { Term } from "./messages/align.ts";

const modifier = "(?:ctrl|alt|shift|cmd|meta|strg|⌘|⌥|⇧|⌃)";
/** ` ctrl-g c`, ` (ctrl-g)`, ` - [ctrl-shift-M]` at the end of a name. */
const keys = new RegExp(`^(.+?)((?:\\s+-)?\\s+[[(]?${modifier}[-+⇧]?\\S*(?:\\s\\S{1,2})?[\\])]?)$`, "i");

/** A name without the keys behind it. */
export const withoutShortcut = (text: string): string => keys.exec(text)?.[1] ?? text;

/** The same name with its keys in each language of the message, or nothing. */
export function withShortcut(text: string, messages: ReadonlyMap<string, Term>): Term | undefined {
  const parts = keys.exec(text);
  const term = parts && messages.get(parts[1]!);
  if (!term) return undefined;
  return Object.fromEntries(Object.entries(term).map(([language, name]) => [language, `${name}${parts[2]}`]));
}
