// The local record expires: 30 days after it was recorded (privacy model, section 5).
import { readDoorway } from "../consent/doorway.ts";
import { now } from "../platform/clock.ts";
import { narrow, widest } from "../policy/narrow.ts";
import { policyOf } from "../policy/state.ts";
import type { Database } from "../store/database.ts";
import { dropUncited, uncitedRetention } from "../store/outlines.ts";
import type { MakeShipment } from "../trajectory/close.ts";
import { deleteSteps } from "./delete.ts";
import { expireKeys } from "./expire-keys.ts";

const day = 24 * 3_600_000;
/** Milliseconds a step stays here, where the company's policy does not say less. */
export const localRetention = widest.retentionDays * day;

/** Deletes what is older than the retention, outlines that nothing came to cite, and marks of documents that are long gone. */
export async function expire(database: Database, make: MakeShipment): Promise<void> {
  const policy = policyOf((await readDoorway(database)).policy);
  const settings = { ...widest, tools: [], kinds: [], reviewHours: null };
  const limit = now() - narrow(settings, policy).retentionDays * day;
  const old = await database.trajectories.where("openedAt").below(limit).primaryKeys();
  if (old.length > 0) await deleteSteps(database, ({ at }) => at < limit, { make, among: old });
  const uncited = now() - uncitedRetention;
  await dropUncited(database, ({ seenAt }) => seenAt < uncited);
  await database.stepReports.where("madeAt").below(limit).delete();
  await expireKeys(database);
  // Not with a shorter retention: the newest says when the profile was last used.
  await database.frames
    .where("seenAt")
    .below(now() - localRetention)
    .delete();
}
