// What is only known afterwards: the order of acts across frames and tabs, and what was the effect of what.
import type { Step } from "../../schemas/step.ts";
import type { NumberedStep } from "../../schemas/trajectory.ts";
import { followSources, nameSources } from "./clipboard-source.ts";
import { mergeMoves } from "./moves.ts";

/** A page change this soon after an act, with none between, is the act's effect. In milliseconds. */
const effectWindow = 3000;

/** Going back and loading anew are the person's own, by the browser's buttons. */
const isPageChange = (step: Step) =>
  step.kind === "navigate" && !/^(back|forward|reload)$/.test(step.how) && step.frame.length === 0;
const isMove = (step: Step) => step.kind === "navigate" || step.kind === "switch";

/** The page that was left changed, closed or opened something on the way; what a field was filled with stays. */
const yields = ({ kind, effect }: Step): boolean =>
  effect === "nothing" || (kind !== "typing" && /^(changed|opened|closed)$/.test(effect));

/** Orders by time and numbers anew; frames hand over at different moments. Pure. */
export function settle(steps: readonly NumberedStep[]): NumberedStep[] {
  const ordered = nameSources(mergeMoves(inOrder(steps)));
  const numbers = new Map(ordered.map(({ n }, position) => [n, position]));
  return followSources(ordered, numbers).map((one, n) => {
    const { step } = one;
    const following = ordered[n + 1]?.step;
    const caused =
      following &&
      !isMove(step) &&
      yields(step) &&
      isPageChange(following) &&
      following.tool === step.tool &&
      following.at - step.at <= effectWindow;
    return { ...one, n, step: caused ? { ...step, effect: "navigated" as const } : step };
  });
}

/** The same steps under the same numbers, each paste with its source: before some of them are taken out. Pure. */
export function withSources(steps: readonly NumberedStep[]): NumberedStep[] {
  const named = new Map(nameSources(mergeMoves(inOrder(steps))).map((one) => [one.n, one]));
  return steps.map((one) => named.get(one.n) ?? one);
}

/** By time; steps of one moment keep the order in which they came. */
const inOrder = (steps: readonly NumberedStep[]): NumberedStep[] =>
  steps.toSorted((a, b) => a.step.at - b.step.at || a.n - b.n);
