// How far an estimate is from the truth.
import { bucketCount } from "../../schemas/step-report-questions.ts";

/** Kolmogorov and Smirnov: the largest distance of the two, summed up from below, among those that have a time. */
export function ksError(estimate: readonly number[], truth: readonly number[]): number {
  const timed = (shares: readonly number[]) =>
    shares.slice(0, bucketCount).reduce((sum, share) => sum + share, 0);
  const [all, trueAll] = [timed(estimate), timed(truth)];
  if (all <= 0) return 1;
  let [sum, trueSum, most] = [0, 0, 0];
  for (let n = 0; n < bucketCount; n++) {
    sum += estimate[n]! / all;
    trueSum += truth[n]! / trueAll;
    most = Math.max(most, Math.abs(sum - trueSum));
  }
  return most;
}
