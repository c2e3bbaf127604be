import fc from "fast-check";
import { expect, test } from "vitest";
import { epochAfter, epochOf, startOf } from "./epoch.ts";
import { weekSchema } from "./id.ts";

test.each([
  ["2026-11-21T23:59:59Z", "2026-W47"],
  ["2026-11-23T00:00:00Z", "2026-W48"],
  ["2027-01-03T23:59:59Z", "2026-W53"],
  ["2027-01-04T00:00:00Z", "2027-W01"],
  ["2024-12-30T00:00:00Z", "2025-W01"],
])("%s lies in %s", (moment, epoch) => expect(epochOf(Date.parse(moment))).toBe(epoch));

test("a moment lies between the start of its week and of the next, and weeks sort as they follow", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 7e12 }), (at) => {
      const epoch = epochOf(at);
      expect(weekSchema.safeParse(epoch).success).toBe(true);
      expect(startOf(epoch)).toBeLessThanOrEqual(at);
      expect(startOf(epochAfter(epoch, 1))).toBeGreaterThan(at);
      expect(epochAfter(epoch, 1) > epoch).toBe(true);
      expect(epochAfter(epochAfter(epoch, 9), -9)).toBe(epoch);
    }),
  );
});
