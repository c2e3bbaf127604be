import { afterEach, beforeEach, expect, test, vi } from "vitest";

let page = 0;
let wall = 0;
const origin = performance.timeOrigin;
beforeEach(() => {
  vi.resetModules();
  vi.spyOn(performance, "now").mockImplementation(() => page);
  vi.spyOn(Date, "now").mockImplementation(() => Math.floor(wall));
});
afterEach(() => void vi.restoreAllMocks());

test("a page's clock that agrees with the wall clock is left alone, to the tenth", async () => {
  const { epochOf } = await import("./epoch.ts");
  page = 5000;
  wall = origin + 5003;
  expect(epochOf(4321.06)).toBe(Math.round((origin + 4321.06) * 10) / 10);
});

test("a process whose origin is off tells the same time as another", async () => {
  const { epochOf } = await import("./epoch.ts");
  page = 5000;
  // The other process's own sum of origin and time is 400 ms ahead of the wall clock.
  wall = origin + 5000 - 400;
  expect(Math.abs(epochOf(5000) - wall)).toBeLessThan(10);
});

test("after the machine slept the time is right, and two events keep their distance", async () => {
  const { epochOf } = await import("./epoch.ts");
  page = 1000;
  wall = origin + 1000;
  epochOf(1000);
  page = 2000;
  wall = origin + 2000 + 3_600_000;
  const woken = epochOf(2000);
  expect(Math.abs(woken - wall)).toBeLessThan(10);
  page = 2004;
  wall += 9;
  expect(epochOf(2004) - woken).toBeCloseTo(4, 1);
});
