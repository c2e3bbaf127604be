// What many answers to one question say together.
import { type Table, tableFor } from "../../schemas/step-report-mechanism.ts";
import { bucketCount, isTime, type QuestionName } from "../../schemas/step-report-questions.ts";
import { likeliestShares } from "./likeliest-shares.ts";
import { estimatorOf, type Interval, intervalOf } from "./unbiased.ts";

export interface Share {
  share: number;
  low: number;
  high: number;
}

export interface Estimate {
  /** How many reports it rests on. */
  answers: number;
  /** A distribution over the true answers, each with the 95 % interval of its unbiased estimate. */
  shares: Share[];
  /** Of times: how many are below each edge. Narrower than the shares, because neighbours make up for each other. */
  below?: Share[];
}

/** How often each output of the question's table came. */
export function countOutputs(question: QuestionName, answers: Iterable<number>): number[] {
  const counts = tableFor(question).weights[0]!.map(() => 0);
  for (const answer of answers) counts[answer]! += 1;
  return counts;
}

export const estimate = (question: QuestionName, counts: readonly number[]): Estimate =>
  estimateBy(tableFor(question), counts, isTime(question) ? bucketCount : null);

/** `ordered`: how many of the first true answers follow each other. */
export function estimateBy(table: Table, counts: readonly number[], ordered: number | null): Estimate {
  const answers = counts.reduce((sum, one) => sum + one, 0);
  const shares = likeliestShares(table, counts);
  const estimator = estimatorOf(table);
  const withInterval = (share: number, row: readonly number[]): Share =>
    within(share, intervalOf(row, counts));
  const singles = shares.map((share, truth) => withInterval(share, estimator[truth]!));
  if (ordered === null) return { answers, shares: singles };
  let sum = 0;
  let row = estimator[0]!.map(() => 0);
  const below = shares.slice(0, ordered - 1).map((share, truth) => {
    // Rounding may add up to a hair more than all.
    sum = Math.min(1, sum + share);
    row = row.map((part, output) => part + estimator[truth]![output]!);
    return withInterval(sum, row);
  });
  return { answers, shares: singles, below };
}

/** The interval holds the estimate that is given, and nothing that no share can be. */
const within = (share: number, { low, high }: Interval): Share => ({
  share,
  low: Math.max(0, Math.min(low, share)),
  high: Math.min(1, Math.max(high, share)),
});
