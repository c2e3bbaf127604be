// Deleting on this page: hidden at once, final after ten seconds, undone until then.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Deletion, Tombstone } from "../../../../schemas/deletion.ts";
import { ask } from "../../../messaging/ask.ts";
import { now } from "../../../platform/clock.ts";
import { t } from "../../../platform/words.ts";
import { readTombstones } from "../../../store/visible.ts";
import { database } from "../../database.ts";
import { must } from "../../use-act.tsx";

export interface Deleting {
  /** What came of it, where there is nothing to undo; for a few seconds. */
  said: string | undefined;
  remove: (what: Deletion) => void;
  undo: (tombstone: Tombstone) => void;
  /** What was deleted last, also when its deletion is under way. */
  undoLast: () => void;
}

const saidFor = 8000;

/**
 * Each act by itself: what is hidden can be undone before the answer to its deletion has come. `full`: without disk
 * space there is no room to hide what can be undone, so it is deleted at once.
 */
export function useDeleting(full: boolean): Deleting {
  const [said, say] = useState<string | undefined>(undefined);
  useEffect(() => {
    if (said === undefined) return;
    const timer = setTimeout(() => say(undefined), saidFor);
    return () => clearTimeout(timer);
  }, [said]);
  const asked = useRef<Promise<unknown>>(Promise.resolve());
  const run = (act: () => Promise<string | undefined>) => {
    say(undefined);
    act().then(say, (problem: unknown) =>
      say(t("act.failed", problem instanceof Error ? problem.message : String(problem))),
    );
  };
  // The same object until it says something else, so that a list which has it need not render.
  return useMemo(
    () => ({
      said,
      remove: (what) =>
        run(async () => {
          if (full && (await deleteAtOnce(what))) return t("undo.atOnce");
          const hidden = ask("record.delete", { what });
          asked.current = hidden.catch(() => {});
          await hidden;
          return undefined;
        }),
      undo: ({ id }) => run(() => undo(id)),
      undoLast: () =>
        run(async () => {
          await asked.current;
          const last = (await readTombstones(database)).findLast(({ until }) => until > now());
          return last && undo(last.id);
        }),
    }),
    [said, full],
  );
}

async function undo(tombstone: string): Promise<string> {
  const { ok } = await ask("record.undo", { tombstone });
  return t(ok ? "undo.done" : "undo.late");
}

/** False for what has no such way. */
async function deleteAtOnce(what: Deletion): Promise<boolean> {
  if (what.by === "steps") {
    // From the last on, so that no number changes before it is used.
    for (const n of what.steps.toSorted((a, b) => b - a))
      must(await ask("step.delete", { trajectory: what.trajectory, n }));
  } else if (what.by === "trajectory") must(await ask("trajectory.delete", { trajectory: what.trajectory }));
  else if (what.by === "tool") must(await ask("tool.forget", { tool: what.tool }));
  else if (what.by === "minutes") must(await ask("minutes.forget", { minutes: what.minutes }));
  else return false;
  return true;
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
