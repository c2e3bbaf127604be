// Deleting on this page: hidden at once, final after ten seconds, undone until then.
import { useEffect, useState } from "preact/hooks";
import type { Deletion, Tombstone } from "../../../../schemas/deletion.ts";
import { ask } from "../../../messaging/ask.ts";
import { now } from "../../../platform/clock.ts";
import { t } from "../../../platform/words.ts";
import { type Acting, useAct } from "../../use-act.tsx";

export interface Deleting {
  acting: Acting;
  remove: (what: Deletion) => void;
  undo: (tombstone: Tombstone) => void;
}

export function useDeleting(): Deleting {
  const acting = useAct();
  return {
    acting,
    remove: (what) =>
      acting.run(async () => {
        await ask("record.delete", { what });
        return undefined;
      }),
    undo: ({ id }) =>
      acting.run(async () => {
        const { ok } = await ask("record.undo", { tombstone: id });
        return t(ok ? "undo.done" : "undo.late");
      }),
  };
}

/** The time to the second, while something counts down. */
export function useSeconds(counting: boolean): number {
  const [time, setTime] = useState(now);
  useEffect(() => {
    if (!counting) return;
    setTime(now());
    const timer = setInterval(() => setTime(now()), 250);
    return () => clearInterval(timer);
  }, [counting]);
  return time;
}
