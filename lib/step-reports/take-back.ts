// A deleted step takes along what was to be said of it.
import type { NumberedStep } from "../../schemas/trajectory.ts";
import type { Database } from "../store/database.ts";

/** Deletes reports that still wait; of one that may have left only what was sent is kept. In the caller's transaction. */
export async function takeBackReports(
  database: Database,
  trajectory: string,
  gone: readonly NumberedStep[],
): Promise<void> {
  const numbers = new Set(gone.map(({ n }) => n));
  const rows = await database.stepReports.where({ trajectory }).toArray();
  for (const { truth: _, ...row } of rows.filter(({ n }) => numbers.has(n))) {
    if (row.sentAt === undefined) await database.stepReports.delete(row.id);
    else await database.stepReports.put(row);
  }
}
