// Slots remember nothing, and none tells when a machine was switched on.
import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Database, openDatabase } from "../store/database.ts";
import { isDrawn, longest, nextSlot, oneErasureIn, oneIn, slotLength, takeSlot } from "./slots.ts";

vi.mock("../platform/browser.ts", () => ({ browser: {} }));

const minute = 60_000;
let database: Database;
beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 18, 9), toFake: ["Date"] });
  database = openDatabase("slots");
});
afterEach(async () => {
  await database.delete();
  vi.useRealTimers();
});

/** The clock is at the next slot, or so much after it. */
async function reaches(late = 0): Promise<void> {
  vi.setSystemTime((await nextSlot(database))! + late);
}

/** Five times as far from what is expected as chance is on average: once in two million. */
const expectShare = (count: number, of: number, share: number) =>
  expect(Math.abs(count - of * share)).toBeLessThan(5 * Math.sqrt(of * share * (1 - share)));

test("for how long there was none says nothing of when the next one is", async () => {
  await takeSlot(database);
  const lengths: number[] = [];
  for (let n = 0; n < 1500; n++) {
    await reaches();
    const begun = Date.now();
    expect(await takeSlot(database)).toBe(true);
    lengths.push((await nextSlot(database))! - begun);
  }
  const longerThan = (least: number) => lengths.filter((length) => length > least).length;
  expect(Math.min(...lengths)).toBeLessThan(minute);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(longest);
  const half = slotLength * Math.log(2);
  expectShare(longerThan(half), lengths.length, 0.5);
  // Half of those that are longer than a half are longer than twice as much, and so on.
  expectShare(longerThan(2 * half), longerThan(half), 0.5);
  expectShare(longerThan(3 * half), longerThan(2 * half), 0.5);
});

test("each has one taker, and the moment of the first of all is drawn too", async () => {
  expect(await takeSlot(database)).toBe(false);
  await reaches(-1);
  expect(await takeSlot(database)).toBe(false);
  await reaches();
  const takers = await Promise.all([1, 2, 3].map(() => takeSlot(database)));
  expect(takers.filter(Boolean)).toHaveLength(1);
});

test("one that was slept through is not made up for: another is drawn from then on", async () => {
  await takeSlot(database);
  await reaches(10 * minute);
  expect(await takeSlot(database)).toBe(true);
  await reaches(10 * minute + 1);
  expect(await takeSlot(database)).toBe(false);
  expect(await nextSlot(database)).toBeGreaterThan(Date.now());
});

test("one that a wrong clock set far ahead counts for none", async () => {
  await database.settings.put({ key: "slot", at: Date.now() + longest + 1 });
  expect(await nextSlot(database)).toBe(null);
  await takeSlot(database);
  expect(await nextSlot(database)).not.toBe(null);
});

test.each([oneIn, oneErasureIn])("what is due leaves in one of %i", (among) => {
  const draws = Array.from({ length: 20_000 }, () => isDrawn(among));
  expectShare(draws.filter(Boolean).length, draws.length, 1 / among);
});
