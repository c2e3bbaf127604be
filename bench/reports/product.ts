// The product's own code, from the true answer to the estimate: its error, its rates and its intervals.
import { countOutputs, type Estimate, estimate } from "../../collector/step-reports/estimate.ts";
import { randomize } from "../../lib/step-reports/randomize.ts";
import type { QuestionName } from "../../schemas/step-report-questions.ts";
import { sample, seededBelow } from "./seeded.ts";

export interface Asked {
  question: QuestionName;
  shares: readonly number[];
}

/** What is estimated when so many people answer. */
export function estimateOnce({ question, shares }: Asked, size: number, seed: number): Estimate {
  const below = seededBelow(seed);
  const truths = sample(shares, size, below);
  return estimate(
    question,
    countOutputs(
      question,
      truths.map((truth) => randomize(question, truth, below)),
    ),
  );
}

export const estimateOften = (asked: Asked, size: number, runs: number): Estimate[] =>
  Array.from({ length: runs }, (_, run) => estimateOnce(asked, size, run * 7919 + size));

/** Of 100 runs, in how many each interval held the truth: the shares first, then what is below each edge. */
export function coverage({ shares }: Asked, estimates: readonly Estimate[]): number[] {
  const held = (truth: number, of: (one: Estimate) => { low: number; high: number } | undefined) => {
    const inside = estimates.filter((one) => {
      const interval = of(one);
      // Sums of shares are right to the last bit but one.
      return interval && interval.low <= truth + 1e-12 && truth - 1e-12 <= interval.high;
    });
    return (100 * inside.length) / estimates.length;
  };
  let sum = 0;
  const sums = shares.map((share) => {
    sum += share;
    return sum;
  });
  return [
    ...shares.map((share, n) => held(share, (one) => one.shares[n])),
    ...(estimates[0]?.below ?? []).map((_, n) => held(sums[n]!, (one) => one.below?.[n])),
  ];
}
