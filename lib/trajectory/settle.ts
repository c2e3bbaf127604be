// What is only known afterwards: the order of acts across frames, and that a page change was an act's effect.
import type { Step } from "../../schemas/step.ts";
import type { NumberedStep } from "../../schemas/trajectory.ts";

/** A page change this soon after an act, with none between, is the act's effect. In milliseconds. */
const effectWindow = 3000;

const isPageChange = (step: Step) =>
  step.kind === "navigate" && step.how !== "back" && step.how !== "forward" && step.frame.length === 0;

/** The page that was left changed, closed or opened something on the way; what a field was filled with stays. */
const yields = ({ kind, effect }: Step): boolean =>
  effect === "nothing" || (kind !== "typing" && /^(changed|opened|closed)$/.test(effect));

/** Orders by time and numbers anew; frames hand over at different moments. Pure. */
export function settle(steps: readonly NumberedStep[]): NumberedStep[] {
  const ordered = steps.toSorted((a, b) => a.step.at - b.step.at || a.n - b.n);
  return ordered.map(({ step }, n) => {
    const following = ordered[n + 1]?.step;
    const caused =
      following &&
      step.kind !== "navigate" &&
      yields(step) &&
      isPageChange(following) &&
      following.tool === step.tool &&
      following.at - step.at <= effectWindow;
    return { n, step: caused ? { ...step, effect: "navigated" as const } : step };
  });
}
