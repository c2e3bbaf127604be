// Runs a piece of work in the page's idle moments, a few milliseconds at a time, and never on a timer.

/** Longest piece in milliseconds: well under a frame. */
const longest = 4;
/** The time is looked at after so many steps; each takes some microseconds. */
const stepsALook = 4;

export interface Slices {
  /** Begins anew with the next idle moment; work that was under way is given up. */
  start(): void;
  isRunning(): boolean;
}

export interface SlicedWork<R> {
  make(): Generator<undefined, R>;
  done(result: R): void;
  failed(): void;
  signal: AbortSignal;
}

/** Work that is begun again and again, one at a time. Without anything to do there is no wake-up. */
export function createSlices<R>({ make, done, failed, signal }: SlicedWork<R>): Slices {
  let work: Generator<undefined, R> | null = null;
  let asked: number | null = null;
  const stop = () => {
    if (asked !== null) cancelIdleCallback(asked);
    asked = null;
    work = null;
  };
  signal.addEventListener("abort", stop, { once: true });

  const run = (deadline: IdleDeadline) => {
    asked = null;
    try {
      work ??= make();
      const end = performance.now() + Math.min(longest, deadline.timeRemaining());
      for (let steps = 0; ; steps++) {
        const { done: over, value } = work.next();
        if (over) {
          work = null;
          return done(value);
        }
        if (steps % stepsALook === 0 && performance.now() >= end) break;
      }
      ask();
    } catch {
      work = null;
      failed();
    }
  };
  const ask = () => {
    if (!signal.aborted) asked = requestIdleCallback(run);
  };
  return {
    start() {
      work = null;
      if (asked === null) ask();
    },
    isRunning: () => work !== null || asked !== null,
  };
}
