// Each measure by its rank among the learned ones, as a normal score: neither its unit nor its outliers matter then.
import type { Rows } from "./manhattan.ts";

/** Learns the ranks of each column; what it returns turns a row into scores. */
export function learnScores(rows: Rows): (row: ArrayLike<number>) => Float64Array {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, at) => Float64Array.from(rows, (row) => row[at]!).sort());
  return (row) =>
    Float64Array.from({ length: width }, (_, at) => {
      const column = columns[at]!;
      const middle = (firstAbove(column, row[at]!, false) + firstAbove(column, row[at]!, true)) / 2;
      return normalQuantile((middle + 0.5) / (column.length + 1));
    });
}

/** Position of the first value that is as large, or larger. */
function firstAbove(sorted: Float64Array, value: number, larger: boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value || (larger && sorted[middle] === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The inverse of the logistic curve that comes closest to the normal one: good to 0.01 where samples lie. */
const normalQuantile = (part: number): number => Math.log(part / (1 - part)) / 1.702;
