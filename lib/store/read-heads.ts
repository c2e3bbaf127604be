// Trajectories of the list, newest first, a page at a time: by their heads alone.
import type { TrajectoryHead } from "../../schemas/trajectory.ts";
import type { Database } from "./database.ts";
import { hidesWhole, readTombstones } from "./visible.ts";

/** No trajectory goes on for longer: it is closed by size or by a gap. In milliseconds. */
const longest = 8 * 24 * 3_600_000;

interface Wanted {
  limit: number;
  /** Only those with steps on this day. */
  day?: string | undefined;
}

export interface Heads {
  heads: TrajectoryHead[];
  /** There are older ones. */
  more: boolean;
}

/** Without those that a deletion hides whole. */
export async function readHeads(database: Database, { limit, day }: Wanted): Promise<Heads> {
  const tombstones = await readTombstones(database);
  const found = day === undefined ? await newest(database, limit + 1) : await ofDay(database, day);
  const page = found.slice(0, limit);
  return {
    heads: page.filter((head) => !tombstones.some(({ what, at }) => hidesWhole(what, at, head))),
    more: found.length > limit,
  };
}

const newest = (database: Database, limit: number): Promise<TrajectoryHead[]> =>
  database.trajectories.orderBy("openedAt").reverse().limit(limit).toArray();

async function ofDay(database: Database, day: string): Promise<TrajectoryHead[]> {
  const [from, until] = bounds(day);
  const found = await database.trajectories
    .where("openedAt")
    .between(from - longest, until)
    .toArray();
  return found.filter(({ closedAt }) => (closedAt ?? until) >= from).reverse();
}

/** The first moment of a calendar day of the person's clock, and that of the next. */
function bounds(day: string): [number, number] {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return [new Date(year, month - 1, date).getTime(), new Date(year, month - 1, date + 1).getTime()];
}
