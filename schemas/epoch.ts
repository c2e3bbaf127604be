// Weeks as tokens and retention count them: ISO 8601, in UTC, so that everybody's week begins at once.

const day = 86_400_000;
const week = 7 * day;
/** Monday of the first ISO week of 1970: 29 December 1969. */
const firstMonday = -3 * day;

/** The ISO week of a moment, for example 2026-W47. */
export function epochOf(milliseconds: number): string {
  const monday = firstMonday + Math.floor((milliseconds - firstMonday) / week) * week;
  const year = new Date(monday + 3 * day).getUTCFullYear();
  const number = Math.floor((monday + 3 * day - Date.UTC(year, 0, 1)) / week) + 1;
  return `${year}-W${String(number).padStart(2, "0")}`;
}

/** The Monday on which a week begins, in milliseconds. */
export function startOf(epoch: string): number {
  const [year, number] = epoch.split("-W").map(Number);
  const fourth = Date.UTC(year!, 0, 4);
  const monday = firstMonday + Math.floor((fourth - firstMonday) / week) * week;
  return monday + (number! - 1) * week;
}

/** The week that lies `count` weeks later, or earlier when negative. */
export const epochAfter = (epoch: string, count: number): string => epochOf(startOf(epoch) + count * week);
