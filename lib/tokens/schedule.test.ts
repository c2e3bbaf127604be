import fc from "fast-check";
import { expect, test } from "vitest";
import { epochAfter, startOf } from "../../schemas/epoch.ts";
import { dueFetch, fetchesOf } from "./schedule.ts";

const epoch = "2026-W47";

test("everybody's week has the same counts, one fetch in each part, whatever the dice say", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 1, max: 14 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (budget, parts, dice) => {
        const fetches = fetchesOf({ epoch, budget, parts }, () => dice);
        expect(fetches.map(({ count }) => count)).toEqual(
          fetchesOf({ epoch, budget, parts }, () => 0.5).map(({ count }) => count),
        );
        expect(fetches.reduce((sum, { count }) => sum + count, 0)).toBe(budget);
        const part = (startOf(epochAfter(epoch, 1)) - startOf(epoch)) / parts;
        for (const [at, one] of fetches.entries()) {
          expect(Math.floor((one.at - startOf(epoch) + 1) / part)).toBeGreaterThanOrEqual(at);
          expect(one.at).toBeLessThan(startOf(epoch) + (at + 1) * part);
        }
      },
    ),
  );
});

test("each fetch is due once, one at a time, and none that lies before the first look", () => {
  const fetches = fetchesOf({ epoch, budget: 50, parts: 5 }, () => 0.5);
  expect(fetches.map(({ count }) => count)).toEqual([10, 10, 10, 10, 10]);
  let until = fetches[0]!.at;
  const now = fetches[3]!.at;
  const due: number[] = [];
  for (let one = dueFetch(fetches, { until, now }); one; one = dueFetch(fetches, { until, now })) {
    due.push(one.at);
    until = one.at;
  }
  expect(due).toEqual(fetches.slice(1, 4).map(({ at }) => at));
});
