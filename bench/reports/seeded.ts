// Whole numbers from a seed, in the place of the platform's random: a run can be run again.
import type { Below } from "../../lib/step-reports/randomize.ts";
import { createRandom } from "../capture/random.ts";

/** A stream of its own for each run. */
export function seededBelow(seed: number): Below {
  const { next } = createRandom(Math.imul(seed + 1, 0x9e3779b1));
  return (limit) => Math.floor(next() * limit);
}

/** `count` answers, each as likely as its share. */
export function sample(shares: readonly number[], count: number, below: Below): number[] {
  let sum = 0;
  const edges = shares.map((share) => {
    sum += share;
    return sum;
  });
  return Array.from({ length: count }, () => {
    const at = (below(2 ** 32) / 2 ** 32) * sum;
    return edges.findIndex((edge) => at < edge);
  });
}
