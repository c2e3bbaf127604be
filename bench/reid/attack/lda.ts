// Linear discriminants whose covariance is shrunk towards a sphere by the rule of Ledoit and Wolf (2004), with the
// same prior for each person.
import { CholeskyDecomposition, Matrix } from "ml-matrix";
import type { Classifier, Training } from "./classifier.ts";
import { learnScores } from "./normal-scores.ts";

export function trainDiscriminants({ rows, labels, people }: Training): Classifier {
  const score = learnScores(rows);
  const X = rows.map(score);
  const width = X[0]?.length ?? 0;
  const means = meansOf(X, labels, people);
  for (const [n, row] of X.entries()) for (let at = 0; at < width; at++) row[at]! -= means[labels[n]!]![at]!;
  const { covariance } = shrunk(X);
  const solve = new CholeskyDecomposition(covariance);
  const weights = solve.solve(new Matrix(means.map((mean) => [...mean])).transpose());
  const offsets = means.map((mean, person) => {
    let sum = 0;
    for (let at = 0; at < width; at++) sum += mean[at]! * weights.get(at, person);
    return -sum / 2;
  });
  const flat = means.map((_, person) => Float64Array.from(weights.getColumn(person)));
  return (row) => {
    const x = score(row);
    return Float64Array.from(flat, (weight, person) => {
      let sum = offsets[person]!;
      for (let at = 0; at < width; at++) sum += x[at]! * weight[at]!;
      return sum;
    });
  };
}

/** The centred rows' covariance, mixed with its mean variance as much as its own error asks for. */
export function shrunk(rows: readonly Float64Array[]): { covariance: Matrix; shrinkage: number } {
  const [count, width] = [rows.length, rows[0]?.length ?? 0];
  const S = scatter(rows).div(Math.max(count, 1));
  const variance = S.trace() / Math.max(width, 1);
  let [squares, fourth] = [0, 0];
  for (let i = 0; i < width; i++) for (let j = 0; j < width; j++) squares += S.get(i, j) ** 2;
  for (const row of rows) fourth += row.reduce((sum, value) => sum + value * value, 0) ** 2;
  const error = (fourth / count - squares) / (width * count);
  const distance = (squares - width * variance ** 2) / width;
  const shrinkage = distance > 0 ? Math.min(Math.max(error, 0) / distance, 1) : 1;
  const covariance = S.mul(1 - shrinkage);
  // What never varies has no variance to be shrunk to; a little keeps the matrix solvable.
  const floor = Math.max(shrinkage * variance, 1e-6 * variance, 1e-9);
  for (let at = 0; at < width; at++) covariance.set(at, at, covariance.get(at, at) + floor);
  return { covariance, shrinkage };
}

/** Sum of each row's products with itself. */
function scatter(rows: readonly Float64Array[]): Matrix {
  const width = rows[0]?.length ?? 0;
  const sums = Array.from({ length: width }, () => new Float64Array(width));
  for (const row of rows)
    for (let i = 0; i < width; i++) {
      const value = row[i]!;
      const sum = sums[i]!;
      if (value !== 0) for (let j = 0; j <= i; j++) sum[j]! += value * row[j]!;
    }
  for (let i = 0; i < width; i++) for (let j = 0; j < i; j++) sums[j]![i] = sums[i]![j]!;
  return new Matrix(sums.map((sum) => Array.from(sum)));
}

function meansOf(rows: readonly Float64Array[], labels: readonly number[], people: number): Float64Array[] {
  const width = rows[0]?.length ?? 0;
  const means = Array.from({ length: people }, () => new Float64Array(width));
  const counts = new Array<number>(people).fill(0);
  rows.forEach((row, n) => {
    const mean = means[labels[n]!]!;
    counts[labels[n]!]!++;
    for (let at = 0; at < width; at++) mean[at]! += row[at]!;
  });
  return means.map((mean, person) => mean.map((sum) => sum / Math.max(counts[person]!, 1)));
}
