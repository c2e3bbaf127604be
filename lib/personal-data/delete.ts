// What a person deletes: a step, a trajectory, a tool's steps, the last minutes.
import type { KindName } from "../../schemas/step.ts";
import { now } from "../platform/clock.ts";
import type { Database } from "../store/database.ts";
import { cutTrajectory, type MakeShipment } from "../trajectory/close.ts";

/** Which steps to delete: number, time in milliseconds since the epoch, tool, kind. */
export type Deletes = (step: {
  trajectory: string;
  n: number;
  at: number;
  tool: string;
  kind: KindName;
}) => boolean;

/**
 * Deletes steps here and in what still waits to be shipped. `among` names the trajectories to look through;
 * without it all are.
 */
export async function deleteSteps(
  database: Database,
  deletes: Deletes,
  { make, among }: { make: MakeShipment; among?: readonly string[] },
): Promise<void> {
  const ids = among ?? (await database.trajectories.toCollection().primaryKeys());
  for (const trajectory of ids) {
    const keep = (n: number, step: { at: number; tool: string; kind: KindName }) =>
      !deletes({ trajectory, n, ...step });
    await cutTrajectory(database, { id: trajectory, keep, make });
  }
}

/** Deletes what was done in the last minutes. */
export const forgetMinutes = (database: Database, minutes: number, make: MakeShipment): Promise<void> => {
  const since = now() - minutes * 60_000;
  return deleteSteps(database, ({ at }) => at >= since, { make });
};
