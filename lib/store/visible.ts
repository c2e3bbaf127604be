// What the person's pages read while something that was deleted can still be undone: it is here, and hidden.
import type { Deletion, Tombstone } from "../../schemas/deletion.ts";
import type { NumberedStep, TrajectoryHead } from "../../schemas/trajectory.ts";
import { dayOf } from "../platform/clock.ts";
import type { Database, Total } from "./database.ts";
import { readSteps, readTrajectories } from "./read.ts";

/** A step as a tombstone sees it; `at` is milliseconds since the epoch. */
export interface Seen {
  trajectory: string;
  n: number;
  at: number;
  tool: string;
}

/** Whether a tombstone means this step. What was done after the deletion is not meant. Pure. */
export function means({ what, at: deletedAt }: Tombstone, { trajectory, n, at, tool }: Seen): boolean {
  if (what.by === "steps") return what.trajectory === trajectory && what.steps.includes(n);
  if (at > deletedAt) return false;
  switch (what.by) {
    case "trajectory":
      return what.trajectory === trajectory;
    case "tool":
      return what.tool === tool;
    case "minutes":
      return at >= deletedAt - what.minutes * 60_000;
    case "days": {
      const day = dayOf(at);
      return day >= what.from && day <= what.to;
    }
    case "all":
      return true;
  }
}

export const readTombstones = (database: Database): Promise<Tombstone[]> =>
  database.tombstones.orderBy("at").toArray();

/** The steps of a trajectory without the hidden ones. */
export async function readVisibleSteps(database: Database, id: string): Promise<NumberedStep[]> {
  const head = await database.trajectories.get(id);
  if (!head) return [];
  return visibleSteps(head, await readSteps(database, id), await readTombstones(database));
}

export const visibleSteps = (
  { id, openedAt }: Pick<TrajectoryHead, "id" | "openedAt">,
  steps: readonly NumberedStep[],
  tombstones: readonly Tombstone[],
): NumberedStep[] =>
  steps.filter(({ n, step }) => {
    const seen = { trajectory: id, n, at: openedAt + step.at, tool: step.tool };
    return !tombstones.some((tombstone) => means(tombstone, seen));
  });

/** Newest first, without those that are hidden whole by what their head says. */
export async function readVisibleTrajectories(database: Database, limit: number): Promise<TrajectoryHead[]> {
  const tombstones = await readTombstones(database);
  const heads = await readTrajectories(database, limit);
  return heads.filter((head) => !tombstones.some(({ what, at }) => hidesWhole(what, at, head)));
}

/** Whether a deletion hides all of a trajectory, by what its head says. Pure. */
export function hidesWhole(
  what: Deletion,
  at: number,
  { id, tools, openedAt, closedAt }: TrajectoryHead,
): boolean {
  if (what.by === "trajectory") return what.trajectory === id;
  // One that is open may go on after it.
  if (closedAt === undefined || closedAt > at) return false;
  if (what.by === "all") return true;
  if (what.by === "tool") return tools.every((tool) => tool === what.tool);
  if (what.by === "minutes") return openedAt >= at - what.minutes * 60_000;
  return what.by === "days" && dayOf(openedAt) >= what.from && dayOf(closedAt) <= what.to;
}

/** The totals by day, tool and kind without what is hidden. */
export async function readVisibleTotals(database: Database): Promise<Total[]> {
  const [totals, tombstones] = await Promise.all([database.totals.toArray(), readTombstones(database)]);
  return visibleTotals(totals, tombstones);
}

/** Pure. */
export function visibleTotals(totals: readonly Total[], tombstones: readonly Tombstone[]): Total[] {
  const less = tombstones.flatMap((tombstone) => tombstone.less);
  return totals.flatMap((total) => {
    if (tombstones.some(({ what }) => hidesTotal(what, total))) return [];
    const gone = less
      .filter(({ day, tool, kind }) => day === total.day && tool === total.tool && kind === total.kind)
      .reduce((sum, { count }) => sum + count, 0);
    return gone < total.count ? { ...total, count: total.count - gone } : [];
  });
}

function hidesTotal(what: Deletion, { day, tool }: Total): boolean {
  if (what.by === "all") return true;
  if (what.by === "tool") return what.tool === tool;
  return what.by === "days" && day >= what.from && day <= what.to;
}
