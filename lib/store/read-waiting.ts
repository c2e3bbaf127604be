// The review queue for a page: what leaves next, without reading the bytes of all that waits.
import type { QueuedShipment } from "../../schemas/queue.ts";
import type { TrajectoryHead } from "../../schemas/trajectory.ts";
import type { Database } from "./database.ts";
import { hidesWhole, readTombstones } from "./visible.ts";

export interface Waiting {
  queued: QueuedShipment;
  head: TrajectoryHead | undefined;
}

/** How many wait, and the first of them by the end of their review window. */
export async function readWaiting(
  database: Database,
  limit: number,
): Promise<{ count: number; first: Waiting[] }> {
  const [waiting, inOrder, tombstones] = await Promise.all([
    database.shipments.where("state").equals("waiting").primaryKeys(),
    database.shipments.orderBy("readyAt").primaryKeys(),
    readTombstones(database),
  ]);
  const waits = new Set(waiting);
  const ids = inOrder.filter((id) => waits.has(id)).slice(0, limit);
  const rows = (await database.shipments.bulkGet(ids)).filter((row) => row !== undefined);
  const heads = await database.trajectories.bulkGet(rows.map(({ trajectory }) => trajectory));
  const first = rows.map((queued, at) => ({ queued, head: heads[at] }));
  const shown = first.filter(
    ({ head }) => !head || !tombstones.some(({ what, at }) => hidesWhole(what, at, head)),
  );
  return { count: waiting.length - (first.length - shown.length), first: shown };
}

/** The shipments of these trajectories, by trajectory. */
export async function readShipmentsOf(
  database: Database,
  trajectories: readonly string[],
): Promise<Map<string, QueuedShipment>> {
  const rows = await database.shipments
    .where("trajectory")
    .anyOf([...trajectories])
    .toArray();
  return new Map(rows.map((row) => [row.trajectory, row]));
}
