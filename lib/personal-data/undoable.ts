// What a person deletes can be undone for ten seconds: until then a tombstone hides it, then it is deleted for good.
import type { Deletion, Tombstone } from "../../schemas/deletion.ts";
import type { TrajectoryHead } from "../../schemas/trajectory.ts";
import { dayOf, now } from "../platform/clock.ts";
import { randomId } from "../platform/random.ts";
import type { Database, Total } from "../store/database.ts";
import { mayHaveLeft } from "../store/may-have-left.ts";
import { readSteps } from "../store/read.ts";
import { means, readTombstones, visibleSteps } from "../store/visible.ts";
import { write } from "../store/writer.ts";
import type { MakeShipment } from "../trajectory/close.ts";
import { deleteSteps } from "./delete.ts";
import { clearRecord } from "./erase.ts";

/** Milliseconds in which a deletion can be undone. */
export const undoTime = 10_000;

/** Those that this worker made: one that another worker left behind is final when it is found. */
const ours = new Set<string>();

/** Hides what is deleted at once. Nothing leaves until it is final or undone. */
export async function deleteUndoably(database: Database, what: Deletion): Promise<Tombstone> {
  const at = now();
  const tombstone: Tombstone = { id: randomId(), what, at, until: at + undoTime, less: [] };
  const heads = hasTotals(what) ? [] : await headsOf(database, tombstone);
  tombstone.less = await countMeant(database, tombstone, heads);
  ours.add(tombstone.id);
  await write(database, () => database.tombstones.add(tombstone));
  return tombstone;
}

/** Brings it back. False when it is final. */
export async function undoDeletion(database: Database, id: string): Promise<boolean> {
  const tombstone = await database.tombstones.get(id);
  if (!tombstone || !ours.delete(id) || tombstone.until <= now()) return false;
  await write(database, () => database.tombstones.delete(id));
  return true;
}

interface Finishing {
  make: MakeShipment;
  /** Also what could still be undone: before a trajectory closes, which numbers its steps anew. */
  all: boolean;
}

/** Makes final what is due, and whatever a worker that is gone left behind. Returns how many were. */
export async function finishDeletions(database: Database, { make, all }: Finishing): Promise<number> {
  const due = (await readTombstones(database)).filter(
    ({ id, until }) => all || until <= now() || !ours.has(id),
  );
  for (const tombstone of due) {
    // From here on it cannot be undone; a worker that dies in between leaves it to the next one.
    ours.delete(tombstone.id);
    await finish(database, tombstone, make);
    await write(database, () => database.tombstones.delete(tombstone.id));
  }
  return due.length;
}

async function finish(database: Database, tombstone: Tombstone, make: MakeShipment): Promise<void> {
  const { what, at } = tombstone;
  if (what.by === "all" && (await database.trajectories.filter(goesOn(at)).count()) === 0) {
    return write(database, () => clearRecord(database));
  }
  const among = (await headsOf(database, tombstone)).map(({ id }) => id);
  await deleteSteps(database, (step) => means(tombstone, step), { make, among });
  if (what.by === "all") await write(database, () => dropOrphans(database));
}

/** Whether it holds, or may come to hold, what was done after a moment. */
const goesOn =
  (at: number) =>
  ({ closedAt }: TrajectoryHead): boolean =>
    closedAt === undefined || closedAt > at;

/** What was shipped of trajectories that are gone: the rows go, their erase keys stay. */
async function dropOrphans(database: Database): Promise<void> {
  const here = new Set(await database.trajectories.toCollection().primaryKeys());
  const orphans = await database.shipments.filter(({ trajectory }) => !here.has(trajectory)).toArray();
  for (const shipment of orphans) {
    await database.shipments.delete(shipment.id);
    if (mayHaveLeft(shipment)) await database.eraseKeys.update(shipment.id, { kept: true });
    else await database.eraseKeys.delete(shipment.id);
  }
}

/** Its form says which totals it takes. */
const hasTotals = ({ by }: Deletion): boolean => by === "tool" || by === "days" || by === "all";

/** The trajectories that may hold what is meant. */
function headsOf(database: Database, { what, at }: Tombstone): Promise<TrajectoryHead[]> {
  if (what.by === "steps" || what.by === "trajectory")
    return database.trajectories.where("id").equals(what.trajectory).toArray();
  const before = database.trajectories.where("openedAt").belowOrEqual(at);
  if (what.by === "tool") return before.filter(({ tools }) => tools.includes(what.tool)).toArray();
  if (what.by === "all") return before.toArray();
  return before
    .filter(({ openedAt, closedAt }) =>
      what.by === "minutes"
        ? (closedAt ?? at) >= at - what.minutes * 60_000
        : dayOf(openedAt) <= what.to && dayOf(closedAt ?? at) >= what.from,
    )
    .toArray();
}

async function countMeant(
  database: Database,
  tombstone: Tombstone,
  heads: readonly TrajectoryHead[],
): Promise<Total[]> {
  const before = await readTombstones(database);
  const counts = new Map<string, Total>();
  for (const head of heads) {
    for (const { n, step } of visibleSteps(head, await readSteps(database, head.id), before)) {
      const at = head.openedAt + step.at;
      if (!means(tombstone, { trajectory: head.id, n, at, tool: step.tool })) continue;
      const total = { day: dayOf(at), tool: step.tool, kind: step.kind };
      const key = `${total.day} ${total.tool} ${total.kind}`;
      counts.set(key, { ...total, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()];
}
