// Deleting on this page: hidden at once, final after ten seconds, undone until then.
import { useEffect, useState } from "preact/hooks";
import type { Deletion, Tombstone } from "../../../../schemas/deletion.ts";
import { ask } from "../../../messaging/ask.ts";
import { now } from "../../../platform/clock.ts";
import { t } from "../../../platform/words.ts";
import { type Acting, must, useAct } from "../../use-act.tsx";

export interface Deleting {
  acting: Acting;
  remove: (what: Deletion) => void;
  undo: (tombstone: Tombstone) => void;
}

/** `full`: without disk space there is no room to hide what can be undone, so it is deleted at once. */
export function useDeleting(full: boolean): Deleting {
  const acting = useAct();
  return {
    acting,
    remove: (what) =>
      acting.run(async () => {
        if (full && (await deleteAtOnce(what))) return t("undo.atOnce");
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
