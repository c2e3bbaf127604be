// A step where it stands: what was done before and after it answers most questions.
import type { Step } from "../../schemas/step-of-kind.ts";

export interface InTrajectory {
  /** The steps of its trajectory, in the order of time. */
  steps: readonly Step[];
  /** Which of them it is. */
  at: number;
}

/** The step itself. */
export const stepOf = ({ steps, at }: InTrajectory): Step => steps[at]!;

/** The next step that leaves; the way of the pointer belongs to the click that it ends in. */
export const stepAfter = ({ steps, at }: InTrajectory): Step | undefined =>
  steps.slice(at + 1, at + 1 + farthest).find(({ kind }) => kind !== "pointer");

/** The same element was acted on, as far as its path says. */
export function isSameTarget(one: Step, other: Step): boolean {
  if (!one.target || !other.target) return false;
  if (one.tool !== other.tool || JSON.stringify(one.frame) !== JSON.stringify(other.frame)) return false;
  return JSON.stringify(one.target.path) === JSON.stringify(other.target.path);
}

/** No question looks farther along than this. */
const farthest = 16;
