// The local record expires: 30 days after it was recorded (privacy model, section 5).
import { now } from "../platform/clock.ts";
import type { Database } from "../store/database.ts";
import { dropUncited, uncitedRetention } from "../store/outlines.ts";
import type { MakeShipment } from "../trajectory/close.ts";
import { deleteSteps } from "./delete.ts";

/** Milliseconds a step stays here. */
export const localRetention = 30 * 24 * 3_600_000;

/** Deletes what is older than the retention, outlines that nothing came to cite, and marks of documents that are long gone. */
export async function expire(database: Database, make: MakeShipment): Promise<void> {
  const limit = now() - localRetention;
  const old = await database.trajectories.where("openedAt").below(limit).primaryKeys();
  if (old.length > 0) await deleteSteps(database, ({ at }) => at < limit, { make, among: old });
  const uncited = now() - uncitedRetention;
  await dropUncited(database, ({ seenAt }) => seenAt < uncited);
  await database.stepReports.where("madeAt").below(limit).delete();
  await database.frames.where("seenAt").below(limit).delete();
}
