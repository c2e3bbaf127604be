// The Manhattan-scaled detector of Killourhy and Maxion (DSN 2009): distance from a person's mean, each measure in
// units of that person's mean deviation.
import { equalErrorRate } from "./eer.ts";

export type Rows = readonly ArrayLike<number>[];

/** How unlike its owner a row is. */
export type Detector = (row: ArrayLike<number>) => number;

const leastDeviation = 1e-6;

export function trainDetector(rows: Rows): Detector {
  const width = rows[0]?.length ?? 0;
  const mean = new Float64Array(width);
  const deviation = new Float64Array(width);
  for (const row of rows) for (let at = 0; at < width; at++) mean[at]! += row[at]! / rows.length;
  for (const row of rows)
    for (let at = 0; at < width; at++) deviation[at]! += Math.abs(row[at]! - mean[at]!) / rows.length;
  return (row) => {
    let sum = 0;
    for (let at = 0; at < width; at++)
      sum += Math.abs(row[at]! - mean[at]!) / Math.max(deviation[at]!, leastDeviation);
    return sum;
  };
}

export interface Protocol {
  /** First rows of a person that the detector learns. */
  training: number;
  /** First rows of each other person that try to get in. */
  impostor: number;
}
/** Of the paper: 200 of 400 repetitions are learned, the first five of each other person are the impostors. */
export const published: Protocol = { training: 200, impostor: 5 };

/** The mean over people of the equal error rate. Rows of a person are in the order of time. */
export function verificationError(people: ReadonlyMap<string, Rows>, protocol = published): number {
  const rates = [...people].map(([name, rows]) => {
    const detect = trainDetector(rows.slice(0, protocol.training));
    const strangers = [...people].flatMap(([other, theirs]) =>
      other === name ? [] : theirs.slice(0, protocol.impostor).map(detect),
    );
    return equalErrorRate(rows.slice(protocol.training).map(detect), strangers);
  });
  return rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
}
