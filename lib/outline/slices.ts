// Runs a piece of work beside the page's own, a few milliseconds at a time, and never on a timer.

/** Pieces end after this many milliseconds, so that none with its last step takes more than 4, on a busy machine too. */
const usual = 2;
/** A page that never rests is not waited for longer than this, in milliseconds. */
const patience = 500;

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
  /** Pieces of longer steps end earlier. */
  longest?: number;
}

interface Scheduler {
  postTask?(run: () => void, options: { priority: "background" }): Promise<void>;
}

/** After whatever else the page has to do: input and frames go first. */
function afterAll(run: () => void): void {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  if (scheduler?.postTask) void scheduler.postTask(run, { priority: "background" });
  else requestIdleCallback(run, { timeout: patience });
}

/** Work that is begun again and again, one at a time. Without anything to do there is no wake-up. */
export function createSlices<R>({ make, done, failed, signal, longest = usual }: SlicedWork<R>): Slices {
  let work: Generator<undefined, R> | null = null;
  let asked = false;

  const run = () => {
    asked = false;
    if (signal.aborted) return;
    try {
      work ??= make();
      const end = performance.now() + longest;
      for (;;) {
        const { done: over, value } = work.next();
        if (over) {
          work = null;
          return done(value);
        }
        if (performance.now() >= end) break;
      }
      asked = true;
      afterAll(run);
    } catch {
      work = null;
      failed();
    }
  };
  return {
    start() {
      work = null;
      if (asked || signal.aborted) return;
      asked = true;
      requestIdleCallback(run, { timeout: patience });
    },
    isRunning: () => work !== null || asked,
  };
}
