import { expect, test, vi } from "vitest";
import { weekOf } from "../platform/clock.ts";
import { erasableUntil, mondayOf } from "./erasable-until.ts";

vi.mock("../platform/browser.ts", () => ({ browser: {} }));

test("the Monday of every week is in it, and the day before is not", () => {
  const day = 24 * 3_600_000;
  // 2020 and 2026 have 53 weeks.
  for (let at = Date.UTC(2020, 0, 1); at < Date.UTC(2028, 0, 1); at += day) {
    const monday = mondayOf(weekOf(at));
    expect(new Date(monday).getUTCDay()).toBe(1);
    expect(at - monday).toBeGreaterThanOrEqual(0);
    expect(at - monday).toBeLessThan(7 * day);
  }
});

test("26 weeks by week", () => {
  expect(new Date(erasableUntil("2026-W47")).toISOString()).toBe("2027-05-17T00:00:00.000Z");
});
