// One act of the person at a time, and its result said in a status line.
import { useState } from "preact/hooks";
import { t } from "../platform/words.ts";

/** What an act says when it is done; undefined says nothing. */
export type Act = () => Promise<string | undefined>;

export interface Acting {
  busy: boolean;
  said: string | undefined;
  run: (act: Act) => void;
}

/** Runs acts one after another; a failure is said with what was kept. */
export function useAct(): Acting {
  const [busy, setBusy] = useState(false);
  const [said, say] = useState<string | undefined>(undefined);
  const run = (act: Act) => {
    if (busy) return;
    setBusy(true);
    act()
      .then(say, (problem: unknown) => say(failed(problem)))
      .finally(() => setBusy(false));
  };
  return { busy, said, run };
}

/** What is said of an act that failed. */
export const failed = (problem: unknown): string =>
  t("act.failed", problem instanceof Error ? problem.message : String(problem));

/** Throws when the background answered that it could not. */
export function must({ ok }: { ok: boolean }): void {
  if (!ok) throw new Error(t("act.refused"));
}

/** Always in the page, so that a screen reader hears what changes in it. */
export const Said = ({ acting }: { acting: Acting }) => (
  <p class="said small" role="status">
    {acting.said}
  </p>
);
