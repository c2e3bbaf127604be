import fc from "fast-check";
import { expect, test } from "vitest";
import type { StepReport } from "../../schemas/step-report.ts";
import { tableFor } from "../../schemas/step-report-mechanism.ts";
import { questionNames } from "../../schemas/step-report-questions.ts";
import { countOutputs, estimate } from "./estimate.ts";
import { inverse } from "./inverse.ts";
import { fewestPeople, leastPeople } from "./people.ts";
import { estimatorOf, intervalOf } from "./unbiased.ts";

test.each(questionNames)(
  "the estimator of %s is unbiased: over all noise each share is itself",
  (question) => {
    const table = tableFor(question);
    const estimator = estimatorOf(table);
    table.weights.forEach((row, truth) => {
      estimator.forEach((parts, share) => {
        const mean = parts.reduce((sum, part, output) => sum + (part * row[output]!) / table.total, 0);
        expect(mean).toBeCloseTo(share === truth ? 1 : 0, 9);
      });
    });
  },
);

test.each(questionNames)("what is estimated for %s is a distribution, inside its intervals", (question) => {
  const outputs = tableFor(question).weights[0]!.length;
  fc.assert(
    fc.property(
      fc.array(fc.nat(200), { minLength: outputs, maxLength: outputs }),
      fc.nat(outputs - 1),
      (some, certain) => {
        const counts = some.map((count, n) => (n === certain ? count + 1 : count));
        const { shares, below, answers } = estimate(question, counts);
        expect(answers).toBe(counts.reduce((sum, count) => sum + count, 0));
        expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
        for (const { share, low, high } of [...shares, ...(below ?? [])]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(share);
          expect(high).toBeGreaterThanOrEqual(share);
          expect(low).toBeGreaterThanOrEqual(0);
        }
      },
    ),
    { numRuns: 20 },
  );
});

test("where the outputs are just what a truth makes on average, that truth is found", () => {
  const { weights } = tableFor("duration");
  const truth = [0, 0.02, 0.06, 0.12, 0.2, 0.2, 0.15, 0.1, 0.06, 0.03, 0.01, 0, 0.05];
  const counts = weights[0]!.map((_, output) =>
    weights.reduce((sum, row, n) => sum + truth[n]! * row[output]!, 0),
  );
  const { shares, below } = estimate("duration", counts);
  // The rounds end before the last digit does.
  shares.forEach(({ share }, n) => {
    expect(Math.abs(share - truth[n]!)).toBeLessThan(0.02);
  });
  expect(below).toHaveLength(11);
  expect(Math.abs(below![5]!.share - 0.6)).toBeLessThan(0.01);
});

test("a yes or no is turned back by hand", () => {
  // Of 1,000 people 400 said yes; e / (1 + e) of those who answer tell the truth.
  const told = Math.E / (1 + Math.E);
  const share = (0.4 - (1 - told)) / (2 * told - 1);
  const { shares } = estimate("corrected", countOutputs("corrected", [...ones(400), ...zeros(600)]));
  expect(shares[1]!.share).toBeCloseTo(share, 4);
  const margin = (1.96 * Math.sqrt((0.4 * 0.6) / 1000)) / (2 * told - 1);
  expect(shares[1]!.high - shares[1]!.share).toBeCloseTo(margin, 3);
  const [, row] = estimatorOf(tableFor("corrected"));
  expect(intervalOf(row!, [600, 400]).estimate).toBeCloseTo(share, 6);
});
const ones = (count: number) => Array.from({ length: count }, () => 1);
const zeros = (count: number) => Array.from({ length: count }, () => 0);

test("an inverse undoes its matrix, and there is not always one", () => {
  const matrix = [
    [0, 2, 1],
    [1, 1, 0],
    [3, 0, 5],
  ];
  const product = inverse(matrix).map((row) =>
    matrix.map((_, n) => row.reduce((sum, value, at) => sum + value * matrix[at]![n]!, 0)),
  );
  product.forEach((row, n) => {
    row.forEach((value, at) => {
      expect(value).toBeCloseTo(n === at ? 1 : 0, 12);
    });
  });
  expect(() =>
    inverse([
      [1, 2],
      [2, 4],
    ]),
  ).toThrow("without an inverse");
});

test("people are counted by what one person can give one of only", () => {
  const report = (route: number, week = "2026-W47"): StepReport => ({
    format: "tooltrail-report/1",
    week,
    tool: { tool: null, vocabulary: null },
    step: { kind: "click", route, name: null },
    question: "duration",
    answer: 0,
  });
  const many = (count: number, route: number, week?: string) =>
    Array.from({ length: count }, () => report(route, week));
  expect(fewestPeople).toBe(20);
  expect(leastPeople([])).toBe(0);
  // One person may be behind two steps, and behind two weeks.
  expect(leastPeople([...many(12, 1), ...many(15, 2)])).toBe(15);
  expect(leastPeople([...many(12, 1), ...many(15, 1, "2026-W46")])).toBe(15);
  expect(leastPeople(many(20, 1))).toBe(20);
});
