// An act that takes a while: how far it is, and a way to stop it.
import { useEffect, useRef, useState } from "preact/hooks";
import { type Acting, useAct } from "./use-act.tsx";

export interface Progress {
  done: number;
  of: number;
}

/** What a lengthy act is given. */
export interface Pace {
  signal: AbortSignal;
  /** Says how far it is. Shown at most ten times a second. */
  tell: (progress: Progress) => void;
}

export interface Lengthy {
  acting: Acting;
  /** While it runs. */
  progress: Progress | undefined;
  run: (act: (pace: Pace) => Promise<string | undefined>, stopped: string) => void;
  stop: () => void;
}

const often = 100;

/** One at a time. It ends with the page that shows it. */
export function useLengthy(): Lengthy {
  const acting = useAct();
  const [progress, show] = useState<Progress>();
  const ending = useRef<AbortController>(undefined);
  useEffect(() => () => ending.current?.abort(), []);
  const run: Lengthy["run"] = (act, stopped) =>
    acting.run(async () => {
      const controller = new AbortController();
      ending.current = controller;
      let shownAt = 0;
      let over = false;
      const tell = (progress: Progress) => {
        // What was under way when it was stopped still comes in.
        if (over || performance.now() - shownAt < often) return;
        shownAt = performance.now();
        show(progress);
      };
      try {
        return await act({ signal: controller.signal, tell });
      } catch (problem) {
        if (controller.signal.aborted) return stopped;
        throw problem;
      } finally {
        over = true;
        show(undefined);
      }
    });
  return { acting, progress, run, stop: () => ending.current?.abort() };
}
