// Erasing what is here. Erase keys of what was shipped stay: without them it could never be erased.
import type { Database } from "../store/database.ts";
import { mayHaveLeft } from "../store/may-have-left.ts";
import { write } from "../store/writer.ts";

/** Erases every step, trajectory, queued shipment and counter; answers and tools stay. */
export const eraseRecord = (database: Database): Promise<void> =>
  write(database, () => clearRecord(database));

/** For a caller that is in a transaction already. */
export async function clearRecord(database: Database): Promise<void> {
  const left = await database.shipments.filter(mayHaveLeft).primaryKeys();
  await database.eraseKeys
    .where("shipment")
    .noneOf(left)
    .filter((key) => !key.kept)
    .delete();
  await database.eraseKeys.toCollection().modify({ kept: true });
  await Promise.all([
    database.trajectories.clear(),
    database.chunks.clear(),
    database.openSteps.clear(),
    database.totals.clear(),
    database.outlines.clear(),
    database.shipments.clear(),
    database.stepReports.clear(),
    database.dropped.clear(),
    database.tokens.clear(),
    database.settings.delete("open-trajectory"),
    database.settings.delete("task"),
    database.settings.delete("health"),
    database.tombstones.clear(),
  ]);
}
