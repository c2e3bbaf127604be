// What was deleted last, and the ten seconds in which it can be undone. One at a time, whatever page deleted it.
import { useEffect, useRef } from "preact/hooks";
import type { Deletion, Tombstone } from "../../../../schemas/deletion.ts";
import type { Tool } from "../../../../schemas/tool.ts";
import { counted, t } from "../../../platform/words.ts";
import { aliasOf } from "../../named-tools.ts";
import { longSpanWords } from "../../time-words.ts";
import { daysWords } from "./day-words.ts";
import { type Deleting, useSeconds } from "./use-deleting.tsx";

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
  const back = useFocusBack(last?.id, button);
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      const writes =
        event.target instanceof Element && event.target.matches("input:not([type=checkbox]), select");
      if (writes || !(event.ctrlKey || event.metaKey) || event.key !== "z") return;
      event.preventDefault();
      deleting.undoLast();
    };
    addEventListener("keydown", key);
    return () => removeEventListener("keydown", key);
  });
  const { said } = deleting;
  return (
    <div class={last ? "toast" : said ? "toast plain" : "toast none"}>
      <p role="status">{last ? words(last.what, tools) : said}</p>
      {last && (
        <button
          type="button"
          class="btn small"
          ref={button}
          aria-keyshortcuts="Control+Z"
          onClick={() => deleting.undo(last)}
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

/**
 * What was deleted takes the keyboard's place in the page with it: then Undo gets it, and afterwards the trajectory it
 * came from, or the title of the page. Returns how to give it back before.
 */
function useFocusBack(shown: string | undefined, button: { current: HTMLButtonElement | null }): () => void {
  const from = useRef<Element | null>(null);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || target === button.current) return;
      from.current = target.closest("[data-testid=trajectory]")?.querySelector("summary") ?? null;
    };
    addEventListener("focusin", note);
    return () => removeEventListener("focusin", note);
  }, []);
  const back = () => {
    const place = from.current?.isConnected ? from.current : document.querySelector("#data h1");
    if (place instanceof HTMLElement || place instanceof SVGElement) place.focus();
  };
  const taken = useRef(false);
  useEffect(() => {
    const lost = document.activeElement === document.body || document.activeElement === null;
    if (shown !== undefined) {
      if (lost) button.current?.focus({ preventScroll: true });
      taken.current ||= lost;
    } else if (taken.current) {
      taken.current = false;
      if (lost) back();
    }
  }, [shown]);
  return back;
}
