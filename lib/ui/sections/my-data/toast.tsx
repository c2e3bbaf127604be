// What was deleted last, and the ten seconds in which it can be undone. One at a time, whatever page deleted it.
import { useEffect, useRef } from "preact/hooks";
import type { Deletion, Tombstone } from "../../../../schemas/deletion.ts";
import type { Tool } from "../../../../schemas/tool.ts";
import { counted, t } from "../../../platform/words.ts";
import { aliasOf } from "../../named-tools.ts";
import { longSpanWords } from "../../time-words.ts";
import { daysWords } from "./day-words.ts";
import { type Deleting, useSeconds } from "./use-deleting.tsx";
import { useFocusBack } from "./use-focus-back.ts";

/** "3 steps deleted. They will not leave." */
function words(what: Deletion, tools: readonly Tool[]): string {
  if (what.by === "steps") return counted("undo.steps", what.steps.length);
  if (what.by === "trajectory") return t("trajectory.deleted");
  if (what.by === "tool") return t("data.forgotten", aliasOf(tools, what.tool));
  if (what.by === "minutes") return counted("undo.minutes", what.minutes);
  if (what.by === "days") return t("undo.days", daysWords(what.from, what.to));
  return t("undo.all");
}

interface ToastProps {
  pending: readonly Tombstone[];
  tools: readonly Tool[];
  deleting: Deleting;
}

export function Toast({ pending, tools, deleting }: ToastProps) {
  const time = useSeconds(pending.length > 0);
  const last = pending.filter(({ until }) => until > time).at(-1);
  const button = useRef<HTMLButtonElement>(null);
  const { said } = deleting;
  const late = said === t("undo.late");
  const { back, undoes } = useFocusBack({ tombstone: last?.id, late, button });
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      const writes =
        event.target instanceof Element && event.target.matches("input:not([type=checkbox]), select");
      if (writes || !(event.ctrlKey || event.metaKey) || event.key !== "z") return;
      event.preventDefault();
      undoes();
      deleting.undoLast();
    };
    addEventListener("keydown", key);
    return () => removeEventListener("keydown", key);
  });
  return (
    <div class={last ? "toast" : said ? "toast plain" : "toast none"}>
      <p role="status">{last ? words(last.what, tools) : said}</p>
      {last && (
        <button
          type="button"
          class="btn small"
          ref={button}
          aria-keyshortcuts="Control+Z"
          onClick={() => {
            undoes();
            deleting.undo(last);
          }}
          onKeyDown={({ key }) => key === "Escape" && back()}
        >
          {t("undo.do")}
          {/* Told once, not each second. */}
          <span aria-hidden="true">{longSpanWords(last.until - time)}</span>
        </button>
      )}
    </div>
  );
}
