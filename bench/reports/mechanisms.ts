// The candidates, all at the same epsilon: how each answers, and how it is estimated from.
import { likeliestShares } from "../../collector/step-reports/likeliest-shares.ts";
import type { Below } from "../../lib/step-reports/randomize.ts";
import { randomizeBy } from "../../lib/step-reports/randomize.ts";
import {
  likely,
  randomizedResponse,
  squareWave,
  type Table,
  tableOf,
  unlikely,
} from "../../schemas/step-report-mechanism.ts";

export interface Mechanism {
  name: string;
  /** The table of chances; null where its outputs are too many for one, and are drawn bit by bit. */
  table: Table | null;
  /** Shares of the true answers, estimated from answers to these truths. */
  run(truths: readonly number[], below: Below): number[];
}

const byTable = (name: string, table: Table, after?: (shares: number[]) => number[]): Mechanism => ({
  name,
  table,
  run(truths, below) {
    const counts = table.weights[0]!.map(() => 0);
    for (const truth of truths) counts[randomizeBy(table, truth, below)]! += 1;
    return likeliestShares(table, counts, after);
  },
});

/** Half of each bucket and a quarter of either neighbour (EMS of Li et al.); the last answer has no neighbours. */
export function smoothed(shares: readonly number[]): number[] {
  const last = shares.length - 2;
  return shares.map((share, n) =>
    n > last ? share : share / 2 + shares[Math.max(0, n - 1)]! / 4 + shares[Math.min(last, n + 1)]! / 4,
  );
}

const isOdd = (bits: number): boolean => {
  let odd = false;
  for (let left = bits; left > 0; left &= left - 1) odd = !odd;
  return odd;
};

/** Hadamard response: a truth is a row of the matrix, and its outputs are the likely half of the columns. */
export function hadamard(truths: number): Table {
  let size = 2;
  while (size <= truths) size *= 2;
  return tableOf(
    Array.from({ length: truths }, (_, truth) =>
      Array.from({ length: size }, (_, output) => (isOdd((truth + 1) & output) ? unlikely : likely)),
    ),
  );
}

/** The chance of the truth's own bit, and of every other bit, in whole parts: half, and below 1 in 1 + e. */
export const ownBit = { of: 2, is: 1 } as const;
export const otherBit = { of: likely + unlikely, is: unlikely } as const;

/** Optimised unary encoding: a bit for every true answer. */
export const unaryEncoding = (truthCount: number): Mechanism => ({
  name: "unary encoding",
  table: null,
  run(truths, below) {
    const ones = Array.from({ length: truthCount }, () => 0);
    for (const truth of truths)
      for (let bit = 0; bit < truthCount; bit++) {
        const { of, is } = bit === truth ? ownBit : otherBit;
        if (below(of) < is) ones[bit]! += 1;
      }
    const [own, other] = [ownBit.is / ownBit.of, otherBit.is / otherBit.of];
    return onSimplex(ones.map((count) => (count / truths.length - other) / (own - other)));
  },
});

/** The nearest distribution: what is below nothing becomes nothing, and the rest gives or takes alike. */
export function onSimplex(shares: readonly number[]): number[] {
  let open = shares.map((_, n) => n);
  for (;;) {
    const surplus = (open.reduce((sum, n) => sum + shares[n]!, 0) - 1) / open.length;
    const left = open.filter((n) => shares[n]! > surplus);
    if (left.length === open.length)
      return shares.map((share, n) => (open.includes(n) ? share - surplus : 0));
    open = left;
  }
}

/** For `buckets` that follow each other, and one answer more. */
export const candidates = (buckets: number): Mechanism[] => [
  byTable("randomized response", randomizedResponse(buckets + 1)),
  unaryEncoding(buckets + 1),
  byTable("hadamard", hadamard(buckets + 1)),
  ...[3, 5, 7].map((width) => byTable(`square wave ${width}`, squareWave(buckets, width))),
  byTable("square wave 5, smoothed", squareWave(buckets, 5), smoothed),
];
