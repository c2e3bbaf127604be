// A script that changes its address without end makes a few steps, not as many.
import { epochOf } from "../../dom/epoch.ts";
import { hearing } from "../hearing.ts";
import type { Recording } from "../recording.ts";
import type { How } from "./how-loaded.ts";

/** Changes that come closer than this, without an act between, are a script's: past a few only the last counts. */
const together = 250;
const mostTogether = 4;

export type Emit = (how: How, timeStamp: number) => void;

/** Passes on the first changes of a flood at once, and of the others the last, when it is over. */
export function createThrottle(recording: Recording, signal: AbortSignal, emit: Emit): Emit {
  const { listen, later } = hearing(recording, signal);
  let passed = 0;
  let lastAt = Number.NEGATIVE_INFINITY;
  let waiting: { how: How; timeStamp: number; cancel: () => void } | null = null;

  const flush = () => {
    const last = waiting;
    waiting = null;
    last?.cancel();
    if (last) emit(last.how, last.timeStamp);
  };
  recording.hold({ since: () => waiting && epochOf(waiting.timeStamp), flush, survives: [] });
  listen(["pointerdown", "keydown"], () => {
    flush();
    passed = 0;
  });
  return (how, timeStamp) => {
    if (timeStamp - lastAt >= together) passed = 0;
    lastAt = timeStamp;
    if (++passed <= mostTogether) return emit(how, timeStamp);
    const cancel = waiting?.cancel ?? later(together, flush);
    waiting = { how, timeStamp, cancel };
  };
}
