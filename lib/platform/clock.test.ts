import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { createDayOf, dayOf } from "./clock.ts";

vi.mock("./browser.ts", () => ({ browser: {} }));

test("the day of many moments is that of each", () => {
  const moment = fc.integer({ min: 0, max: 4e12 });
  const around = fc.integer({ min: -200_000_000, max: 200_000_000 });
  fc.assert(
    fc.property(moment, fc.array(around, { minLength: 1, maxLength: 30 }), (at, steps) => {
      const day = createDayOf();
      for (const step of steps) expect(day(at + step)).toBe(dayOf(at + step));
    }),
  );
});
