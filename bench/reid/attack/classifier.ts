// What every attacker learns from, and what comes of it.
import type { Rows } from "./manhattan.ts";

export interface Training {
  rows: Rows;
  /** Whose each row is, from 0. */
  labels: readonly number[];
  people: number;
}

/** How well a row fits each person, as a logarithm. */
export type Classifier = (row: ArrayLike<number>) => Float64Array;
