// From noised answers to the shares of the true ones: the most likely distribution.
import type { Table } from "../../schemas/step-report-mechanism.ts";

/** Enough to come close; to stop before the very end keeps few answers from being fitted to the last. */
const mostRounds = 300;
const still = 1e-6;

/** One round: every share gains by how well it explains what came. */
function explained({ weights }: Table, counts: readonly number[], shares: readonly number[]): number[] {
  const gain = shares.map(() => 0);
  counts.forEach((count, output) => {
    if (count === 0) return;
    const likelihood = weights.reduce((sum, row, truth) => sum + shares[truth]! * row[output]!, 0);
    weights.forEach((row, truth) => {
      gain[truth]! += (count * row[output]!) / likelihood;
    });
  });
  const next = shares.map((share, truth) => share * gain[truth]!);
  const sum = next.reduce((all, share) => all + share, 0);
  return next.map((share) => share / sum);
}

/**
 * Expectation-maximization from equal shares. What comes out is a distribution: no share is negative, all sum to one.
 * `after` each round the bench smooths between neighbours, as is usual for many fine buckets: it makes twelve worse.
 */
export function likeliestShares(
  table: Table,
  counts: readonly number[],
  after: (shares: number[]) => number[] = (shares) => shares,
): number[] {
  let shares = table.weights.map(() => 1 / table.weights.length);
  if (counts.every((count) => count === 0)) return shares;
  for (let round = 0; round < mostRounds; round++) {
    const next = after(explained(table, counts, shares));
    const change = next.reduce((sum, share, truth) => sum + Math.abs(share - shares[truth]!), 0);
    shares = next;
    if (change < still) break;
  }
  return shares;
}
