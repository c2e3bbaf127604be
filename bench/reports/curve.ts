// The error of every candidate by the number of answers, over seeded runs.
import { bucketCount } from "../../schemas/step-report-questions.ts";
import { quantile } from "../overhead/statistics.ts";
import { ksError } from "./error.ts";
import { candidates } from "./mechanisms.ts";
import { sample, seededBelow } from "./seeded.ts";
import type { Truth } from "./truths.ts";

export const sizes = [300, 1000, 3000, 12_000, 40_000] as const;

export interface Row {
  mechanism: string;
  question: string;
  from: string;
  size: number;
  median: number;
  p95: number;
}

/** One row a candidate, truth and size. In a run every candidate is given the same people. */
export function measureCurve(truths: readonly Truth[], runs: number): Row[] {
  return truths.flatMap(({ question, from, shares }, at) =>
    sizes.flatMap((size) => {
      const mechanisms = candidates(bucketCount);
      const errors = mechanisms.map((): number[] => []);
      for (let run = 0; run < runs; run++) {
        const people = sample(shares, size, seededBelow(run * 1000 + at));
        mechanisms.forEach((mechanism, n) => {
          const below = seededBelow(run * 1000 + 500 + at);
          errors[n]!.push(ksError(mechanism.run(people, below), shares));
        });
      }
      return mechanisms.map(({ name }, n) => ({
        mechanism: name,
        question,
        from,
        size,
        median: quantile(errors[n]!, 0.5),
        p95: quantile(errors[n]!, 0.95),
      }));
    }),
  );
}

/** The mean over all truths, by candidate and size. */
export function averaged(rows: readonly Row[], mechanism: string, size: number): Pick<Row, "median" | "p95"> {
  const here = rows.filter((row) => row.mechanism === mechanism && row.size === size);
  const mean = (of: "median" | "p95") => here.reduce((sum, row) => sum + row[of] / here.length, 0);
  return { median: mean("median"), p95: mean("p95") };
}
