// The open trajectory: when it is idle for long enough, or on request, it is closed.
import type { ClosedBy } from "../../schemas/trajectory.ts";
import { now } from "../platform/clock.ts";
import { type Database, readSetting } from "../store/database.ts";
import { closeTrajectory, type MakeShipment } from "./close.ts";
import { gapOf } from "./keep-steps.ts";
import { isForgotten } from "./task.ts";

/** When the open trajectory will have been idle for long enough, in milliseconds since the epoch. */
export async function idleFrom(
  database: Database,
  { id, lastAt }: { id: string; lastAt: number },
): Promise<number> {
  return lastAt + gapOf(await database.trajectories.get(id));
}

/** Closes the open trajectory, if there is one. */
export async function closeOpen(database: Database, by: ClosedBy, make: MakeShipment): Promise<void> {
  const open = await database.settings.get("open-trajectory");
  if (open?.key === "open-trajectory") await closeTrajectory(database, { id: open.id, by, make });
}

/**
 * Closes what a dead worker left behind and what is idle. Returns when the open trajectory will be idle, in
 * milliseconds since the epoch, or null when none is open.
 */
export async function closeIdle(database: Database, make: MakeShipment): Promise<number | null> {
  const setting = await database.settings.get("open-trajectory");
  const open = setting?.key === "open-trajectory" ? setting : null;
  const unclosed = await database.trajectories.filter(({ closedAt }) => closedAt === undefined).toArray();
  for (const { id, closedBy } of unclosed) {
    if (id !== open?.id) await closeTrajectory(database, { id, by: closedBy ?? "idle", make });
  }
  const task = await readSetting(database, "task");
  if (task && !open && isForgotten(task.task)) await database.settings.delete("task");
  if (!open) return null;
  const idleAt = await idleFrom(database, open);
  if (idleAt > now()) return idleAt;
  await closeTrajectory(database, { id: open.id, by: "idle", make });
  return null;
}
