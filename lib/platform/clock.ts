// The one place that asks what time it is, so that tests can move the clock.
import { browser } from "./browser.ts";

let offset = 0;
const moved = new Set<() => void>();

// Only the test build has a movable clock; the release build has no such code.
if (__BUILD__ === "test") {
  const take = (value: unknown) => {
    const before = offset;
    offset = typeof value === "number" ? value : 0;
    if (offset === before) return;
    for (const listener of moved) listener();
  };
  void browser.storage.local.get("clockOffset").then((found) => take(found.clockOffset));
  browser.storage.onChanged.addListener((changes) => {
    if (changes.clockOffset) take(changes.clockOffset.newValue);
  });
}

/** Milliseconds since the epoch. */
export const now = (): number => Date.now() + offset;

/** Calls back when a test has moved the clock; never in a release build. */
export const onClockMoved = (listener: () => void): void => {
  moved.add(listener);
};

/** The person's calendar day of a moment, for example 2026-11-21. */
export function dayOf(at: number): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The midnight before a moment, by the person's own clock. In milliseconds since the epoch. */
export const dayBegan = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/** The next midnight of the person's own clock, also where a day has not 24 hours. In milliseconds since the epoch. */
export function nextMidnight(at: number): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime();
}

/** The same for many moments: those of one day are looked up once. */
export function createDayOf(): (at: number) => string {
  let [from, until, day] = [0, 0, ""];
  return (at) => {
    if (at < from || at >= until) {
      const start = new Date(at);
      start.setHours(0, 0, 0, 0);
      from = start.getTime();
      until = new Date(start.getFullYear(), start.getMonth(), start.getDate() + 1).getTime();
      day = dayOf(at);
    }
    return day;
  };
}

/** ISO 8601 week of a moment, in UTC: the Thursday of a week decides its year. */
export function weekOf(at: number): string {
  const date = new Date(at);
  const day = (date.getUTCDay() + 6) % 7;
  const thursday = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() - day + 3);
  const year = new Date(thursday).getUTCFullYear();
  const week = 1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / 604_800_000);
  return `${year}-W${String(week).padStart(2, "0")}`;
}

/** When the ISO week of a moment began: Monday, 0:00 UTC. */
export function weekStart(at: number): number {
  const date = new Date(at);
  const monday = date.getUTCDate() - ((date.getUTCDay() + 6) % 7);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), monday);
}
