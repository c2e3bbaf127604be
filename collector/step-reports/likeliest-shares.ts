// From noised answers to the shares of the true ones: the most likely distribution.
import type { Table } from "../../schemas/step-report-mechanism.ts";

/** Enough to come close; to stop before the very end keeps few answers from being fitted to the last. */
const mostRounds = 300;
const still = 1e-6;

/**
 * Expectation-maximization from equal shares. What comes out is a distribution: no share is negative, all sum to one.
 * Smoothing between neighbours, as is usual for many fine buckets, makes twelve coarse ones worse: it was measured.
 */
export function likeliestShares({ weights }: Table, counts: readonly number[]): number[] {
  const all = counts.reduce((sum, one) => sum + one, 0);
  let shares = weights.map(() => 1 / weights.length);
  for (let round = 0; round < mostRounds && all > 0; round++) {
    const gain = weights.map(() => 0);
    counts.forEach((count, output) => {
      if (count === 0) return;
      const likelihood = weights.reduce((sum, row, truth) => sum + shares[truth]! * row[output]!, 0);
      weights.forEach((row, truth) => {
        gain[truth]! += ((count / all) * row[output]!) / likelihood;
      });
    });
    const next = shares.map((share, truth) => share * gain[truth]!);
    const change = next.reduce((sum, share, truth) => sum + Math.abs(share - shares[truth]!), 0);
    shares = next;
    if (change < still) break;
  }
  // Rounding of many rounds.
  const sum = shares.reduce((left, share) => left + share, 0);
  return shares.map((share) => share / sum);
}
