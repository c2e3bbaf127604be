import fc from "fast-check";
import { expect, test } from "vitest";
import { budget } from "../../schemas/step-report-mechanism.ts";
import { bucketCount } from "../../schemas/step-report-questions.ts";
import { ksError } from "./error.ts";
import { candidates, onSimplex, otherBit, ownBit, smoothed } from "./mechanisms.ts";
import { seededBelow } from "./seeded.ts";

const most = Math.exp(budget.epsilon);

test.each(candidates(bucketCount).filter(({ table }) => table))(
  "$name tells no two truths apart by more than e^epsilon, and spends all of it",
  ({ table }) => {
    const ratios = table!.weights[0]!.map((_, output) => {
      const column = table!.weights.map((row) => row[output]!);
      return Math.max(...column) / Math.min(...column);
    });
    expect(Math.max(...ratios)).toBeLessThanOrEqual(most);
    expect(Math.max(...ratios)).toBeGreaterThan(most - 2e-6);
    expect(table!.weights).toHaveLength(bucketCount + 1);
  },
);

test("unary encoding differs in two bits between two truths, and is worth no more either", () => {
  const [own, other] = [ownBit.is / ownBit.of, otherBit.is / otherBit.of];
  // The worst output has the bit of the one and not that of the other.
  const worst = (own * (1 - other)) / (other * (1 - own));
  expect(worst).toBeLessThanOrEqual(most);
  expect(worst).toBeGreaterThan(most - 2e-6);
});

test("smoothing leaves the sum and the last answer as they are", () => {
  expect(smoothed([0, 1, 0, 0.5])).toEqual([0.25, 0.5, 0.25, 0.5]);
  expect(smoothed([1, 0, 0, 0.5])).toEqual([0.75, 0.25, 0, 0.5]);
});

test.each(candidates(bucketCount).filter(({ name }) => !name.endsWith("smoothed")))(
  "$name finds what 30,000 people do",
  (mechanism) => {
    const people = Array.from({ length: 30_000 }, (_, n) => (n % 10 < 6 ? 3 : n % 10 < 9 ? 7 : bucketCount));
    const shares = Array.from(
      { length: bucketCount + 1 },
      (_, n) => ({ 3: 0.6, 7: 0.3, [bucketCount]: 0.1 })[n] ?? 0,
    );
    expect(ksError(mechanism.run(people, seededBelow(5)), shares)).toBeLessThan(0.1);
  },
);

test("the nearest distribution is one, and one stays as it is", () => {
  const parts = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 13 });
  fc.assert(
    fc.property(parts, (shares) => {
      const near = onSimplex(shares);
      expect(near.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      expect(Math.min(...near)).toBeGreaterThanOrEqual(0);
    }),
  );
  expect(onSimplex([0.25, 0.5, 0.25])).toEqual([0.25, 0.5, 0.25]);
});

test("the error is the largest distance on the way up, among those that have a time", () => {
  const shares = (...some: number[]) => [...some, ...Array.from({ length: 12 - some.length }, () => 0)];
  expect(ksError([...shares(0.5, 0.5), 0], [...shares(0.25, 0.25), 0.5])).toBe(0);
  expect(ksError([...shares(1), 0], [...shares(0.3, 0.7), 0])).toBeCloseTo(0.7);
  expect(ksError([...shares(), 1], [...shares(1), 0])).toBe(1);
});
