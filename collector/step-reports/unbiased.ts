// Unbiased estimates and their 95 % intervals, in closed form.
import type { Table } from "../../schemas/step-report-mechanism.ts";
import { inverse } from "./inverse.ts";

/** For each sum of true shares, what every output adds to its estimate. Over all noise it is right on average. */
export type Estimator = readonly (readonly number[])[];

const estimators = new WeakMap<Table, Estimator>();

/** Weighted least squares with weights that hang on the table alone, so that no data can bend it. */
export function estimatorOf(table: Table): Estimator {
  const known = estimators.get(table);
  if (known) return known;
  const chances = table.weights.map((row) => row.map((weight) => weight / table.total));
  const outputs = chances[0]!.map((_, output) => chances.reduce((sum, row) => sum + row[output]!, 0));
  const normal = chances.map((row) =>
    chances.map((other) => row.reduce((sum, p, output) => sum + (p * other[output]!) / outputs[output]!, 0)),
  );
  const made = inverse(normal).map((row) =>
    outputs.map(
      (mass, output) => row.reduce((sum, p, truth) => sum + p * chances[truth]![output]!, 0) / mass,
    ),
  );
  estimators.set(table, made);
  return made;
}

export interface Interval {
  estimate: number;
  low: number;
  high: number;
}

/** Two-sided 95 %. */
const z = 1.959964;

/** What the outputs say of one row of an estimator, or of a sum of rows. */
export function intervalOf(row: readonly number[], counts: readonly number[]): Interval {
  const all = counts.reduce((sum, one) => sum + one, 0);
  const estimate = row.reduce((sum, part, output) => sum + (part * counts[output]!) / all, 0);
  // Half an answer for every output: of few answers an output that did not come is no proof that it never does.
  const padded = counts.map((count) => (count + 0.5) / (all + counts.length / 2));
  const mean = row.reduce((sum, part, output) => sum + part * padded[output]!, 0);
  const square = row.reduce((sum, part, output) => sum + part ** 2 * padded[output]!, 0);
  const margin = z * Math.sqrt(Math.max(0, square - mean ** 2) / all);
  return { estimate, low: estimate - margin, high: estimate + margin };
}
