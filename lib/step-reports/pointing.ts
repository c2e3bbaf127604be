// The true answer on the way of the pointer: straight to what it clicked, or not.
import type { questions } from "../../schemas/step-report-questions.ts";
import { type InTrajectory, isSameTarget, stepOf } from "./in-trajectory.ts";

export type Way = (typeof questions)["pointer"]["answers"][number];

/** A way this many times as long as the straight line wandered. */
const detour = 1.5;

/** The recorder tells the way just before its click; there is none where it was not recorded, or no pointer was used. */
export function wayTo(place: InTrajectory): Way {
  const step = stepOf(place);
  const before = place.steps[place.at - 1];
  if (before?.kind !== "pointer" || !isSameTarget(step, before)) return "none";
  const { path } = before;
  const between = (a: (typeof path)[number], b: (typeof path)[number]) =>
    Math.hypot(a[0] - b[0], a[1] - b[1]);
  const whole = path.slice(1).reduce((sum, point, n) => sum + between(path[n]!, point), 0);
  return whole > detour * between(path[0]!, path.at(-1)!) ? "wandering" : "direct";
}
