// Totals as a picture of days: a column a day, a part a tool or kind. Pure.
import type { Total } from "../../../store/database.ts";

/** So many parts have a look of their own; the rest share one. */
export const looks = 5;

export interface Part {
  /** A tool or a kind; null for all others together. */
  key: string | null;
  count: number;
}

export interface Day {
  day: string;
  count: number;
  /** In the order of `parts` of the picture, without those that are not there. */
  parts: readonly (Part & { look: number })[];
}

export interface DayPicture {
  days: readonly Day[];
  /** Largest first. */
  parts: readonly Part[];
  count: number;
  /** Steps of the fullest day. */
  most: number;
}

/** The days in their order; `by` says what a column is divided by. */
export function dayPicture(
  totals: readonly Total[],
  days: readonly string[],
  by: "tool" | "kind",
): DayPicture {
  const wanted = new Set(days);
  const within = totals.filter(({ day }) => wanted.has(day));
  const sums = [...Map.groupBy(within, (total) => total[by] as string)]
    .map(([key, group]) => ({ key, count: sum(group) }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  const own = sums.length > looks + 1 ? sums.slice(0, looks) : sums;
  const others = sum(sums.slice(own.length));
  const parts: Part[] = others > 0 ? [...own, { key: null, count: others }] : own;
  const lookOf = new Map(own.map(({ key }, at) => [key, at]));
  const byDay = Map.groupBy(within, ({ day }) => day);
  const columns = days.map((day) => columnOf(day, byDay.get(day) ?? [], (total) => lookOf.get(total[by])));
  return {
    days: columns,
    parts,
    count: sum(within),
    most: Math.max(0, ...columns.map(({ count }) => count)),
  };

  function columnOf(day: string, group: readonly Total[], look: (total: Total) => number | undefined): Day {
    const counts = new Map<number, number>();
    for (const total of group) {
      const at = look(total) ?? own.length;
      counts.set(at, (counts.get(at) ?? 0) + total.count);
    }
    return {
      day,
      count: sum(group),
      parts: [...counts]
        .sort(([a], [b]) => a - b)
        .map(([at, count]) => ({ key: parts[at]?.key ?? null, look: Math.min(at, looks), count })),
    };
  }
}

const sum = (group: readonly { count: number }[]): number =>
  group.reduce((total, { count }) => total + count, 0);

/** The last days up to that of a moment, oldest first. */
export function lastDays(count: number, now: number, dayOf: (at: number) => string): string[] {
  const today = new Date(now);
  return Array.from({ length: count }, (_, at) =>
    dayOf(new Date(today.getFullYear(), today.getMonth(), today.getDate() - count + 1 + at).getTime()),
  );
}

/** Noon of a calendar day: a moment that every clock puts on that day. */
export function noonOf(day: string): number {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return new Date(year, month - 1, date, 12).getTime();
}
