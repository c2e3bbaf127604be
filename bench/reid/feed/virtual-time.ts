// The clock and the timers of a page that lives as fast as it can be fed: time stands where the last event was.

export interface VirtualTime {
  now(): number;
  /** Runs the timers that are due until then, each at its own time. */
  advanceTo(at: number): void;
  /** Gives the real clock and timers back. */
  restore(): void;
}

interface Timer {
  at: number;
  run: () => void;
}

/** Puts itself in the place of the clocks and timers of this process. */
export function takeTime(): VirtualTime {
  const real = { setTimeout, clearTimeout, now: performance.now, epoch: Date.now };
  const origin = performance.timeOrigin;
  const timers = new Map<number, Timer>();
  let [now, numbers] = [0, 0];
  const set = (run: () => void, delay = 0): number => {
    timers.set(++numbers, { at: now + Math.max(0, delay), run });
    return numbers;
  };
  const change = (values: Record<string, unknown>) => Object.assign(globalThis, values);
  change({ setTimeout: set, clearTimeout: (number: number) => timers.delete(number) });
  performance.now = () => now;
  Date.now = () => origin + now;
  return {
    now: () => now,
    advanceTo(at) {
      for (;;) {
        let next: [number, Timer] | undefined;
        for (const one of timers) if (one[1].at <= at && !(next && next[1].at <= one[1].at)) next = one;
        if (!next) break;
        timers.delete(next[0]);
        now = Math.max(now, next[1].at);
        next[1].run();
      }
      now = Math.max(now, at);
    },
    restore() {
      change({ setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
      performance.now = real.now;
      Date.now = real.epoch;
    },
  };
}
