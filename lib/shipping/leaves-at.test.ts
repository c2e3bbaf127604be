import fc from "fast-check";
import { expect, test } from "vitest";
import { leavesAt } from "./leaves-at.ts";

const hour = 3_600_000;
const day = 24 * hour;
const dayBegan = (at: number) => at - (at % day);
const moment = fc.integer({ min: 0, max: day - 1 });
const part = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test("when in the day it was made changes nothing of when it leaves, and the window is over by then", () => {
  fc.assert(
    fc.property(moment, moment, part, fc.integer({ min: 4, max: 168 }), (one, other, part, hours) => {
      const leaving = { window: hours * hour, part, dayBegan };
      expect(leavesAt(20 * day + one, leaving)).toBe(leavesAt(20 * day + other, leaving));
      expect(leavesAt(20 * day + one, leaving)).toBeGreaterThanOrEqual(20 * day + one + hours * hour);
    }),
  );
});

test("a window of a day means from the second midnight on, over one day; that of a demonstration is kept", () => {
  const at = (part: number) => leavesAt(20 * day + 9 * hour, { window: day, part, dayBegan });
  expect([at(0), at(0.5)]).toEqual([22 * day, 22.5 * day]);
  expect(at(0.999_999_999)).toBeLessThan(23 * day);
  expect(leavesAt(1000, { window: 5 * 60_000, part: 0.9, dayBegan })).toBe(301_000);
});
