// A field is filled once, whether by keys or from the clipboard, at once or with a second try. That something was copied
// before is a habit as well: others read it and type it.
import { eachRun, isFill, placeOf } from "./fill.ts";
import type { Draft, Rule } from "./rule.ts";

/** What is done to a text while it is written. */
const inText = /^(select-all|copy|cut|paste|bold|italic|underline)$/;
const textRole = /^(textbox|searchbox|combobox|spinbutton)$/;

function isWriting({ kind, command, act, target, effect }: Draft): boolean {
  if (kind === "clipboard") return act !== "pasted";
  if (kind === "shortcut") return inText.test(command as string);
  return kind === "click" && effect === "nothing" && textRole.test(target?.role ?? "");
}

/** What the page said to it while it was written hangs on how it was written. */
function filled({ alert: _, ...draft }: Draft): Draft {
  const { act, from, ...rest } = draft;
  const same = { ...rest, effect: "changed" as const };
  return draft.kind === "clipboard" ? { ...same, kind: "typing", length: draft.length ?? null } : same;
}

/** Each field at its first place, as it was left last; all on the page as it was before the first. */
function once(run: readonly Draft[]): Draft[] {
  const last = new Map<string, Draft>();
  for (const draft of run) last.set(placeOf(draft), draft);
  return [...last.values()];
}

export const oneFill: Rule = (drafts) =>
  eachRun(
    drafts.flatMap((draft) => (isFill(draft) ? [filled(draft)] : isWriting(draft) ? [] : [draft])),
    once,
  );
