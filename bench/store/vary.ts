// Steps for a measurement: those of a recording, one after the other, each a little different from the last time.
import type { Step } from "../../schemas/step.ts";

/** The step after so many others: another place, another moment, another row. Pure. */
export function varied(recording: readonly Step[], nth: number, change: { at: number; tool: string }): Step {
  const step = recording[nth % recording.length]!;
  const round = Math.floor(nth / recording.length);
  const { target } = step;
  if (!target) return { ...step, ...change };
  const [x, y, width, height] = target.box;
  return {
    ...step,
    ...change,
    target: {
      ...target,
      box: [(x + round * 7) % 1000, (y + round * 13) % 1000, width, height],
      path: target.path.map((link, at) => (at % 3 === 2 ? { ...link, nth: (link.nth + round) % 40 } : link)),
    },
  };
}
