// True answers on how a field was filled.
import type { Step, StepOf } from "../../schemas/step-of-kind.ts";
import type { questions } from "../../schemas/step-report-questions.ts";
import { type InTrajectory, isSameTarget, stepOf } from "./in-trajectory.ts";

/** Typing that stands still this long has paused, in milliseconds; after two seconds it is another step. */
const pause = 1000;

export const hasPaused = (step: Step): boolean =>
  step.kind === "typing" && step.keys.some(([, , flight]) => flight >= pause);

export const wasCorrected = (step: Step): boolean => step.kind === "typing" && step.corrections > 0;

export type Filled = (typeof questions)["field"]["answers"][number];

/** How far around a typing step its paste or undo may stand. */
const near = 3;
const writing = /^(text|digit|space|enter)$/;

/** What was done to the field; undoing outweighs pasting, and that outweighs typing. */
export function howFilled(place: InTrajectory): Filled {
  const step = stepOf(place);
  if (step.kind !== "typing") return "typed";
  const { steps, at } = place;
  const here = (other: Step) => isSameTarget(step, other);
  const after = steps.slice(at + 1, at + 1 + near).filter(here);
  if (after.some((other) => other.kind === "shortcut" && other.command === "undo")) return "undone";
  const around = [...steps.slice(Math.max(0, at - near), at).filter(here), ...after];
  const pasted = around.some((other) => other.kind === "clipboard" && other.act === "pasted");
  if (pasted || step.by.includes("paste") || step.by.includes("drop")) return "pasted";
  if (!step.target?.state.includes("filled")) return "typed";
  return keepsText(step) ? "appended" : "replaced";
}

/** There is more in the field than was written now: some of what was there stayed. */
function keepsText({ keys, corrections, length }: StepOf<"typing">): boolean {
  const written = keys.filter(([keyClass]) => writing.test(keyClass)).length;
  return length > Math.max(0, written - corrections);
}
