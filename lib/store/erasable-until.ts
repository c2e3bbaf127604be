// How long what was shipped lies at the collector, and so how long its erase key is good for.

/** Weeks that the collector keeps a shipment (privacy model, section 5). */
export const collectorWeeks = 26;

const day = 24 * 3_600_000;

/** The Monday on which an ISO week begins, in UTC: the fourth of January lies in the first week. */
export function mondayOf(week: string): number {
  const [year, number] = week.split("-W").map(Number) as [number, number];
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * day;
  return monday + (number - 1) * 7 * day;
}

/** From then on the collector has expired what was shipped in a week, whoever asked for it or not. */
export const erasableUntil = (week: string): number => mondayOf(week) + collectorWeeks * 7 * day;
