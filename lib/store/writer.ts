// One writer at a time: a second worker instance, or two messages at once, wait for each other.
import { isQuotaError, noteDiskFull } from "../diagnostics/disk-full.ts";
import type { Database } from "./database.ts";

// Dexie follows native awaits only into a scope that is itself an async function, so `body` is wrapped in one.
/** Runs in one read-write transaction over all tables, alone. */
export const write = <T>(database: Database, body: () => Promise<T>): Promise<T> =>
  navigator.locks.request("writer", () =>
    database.transaction("rw", database.tables, async () => body()),
  ) as Promise<T>;

/** As `write`; when there is no space left nothing is changed, the steps are counted, and the answer is null. */
export async function writeOrFull<T>(
  database: Database,
  steps: number,
  body: () => Promise<T>,
): Promise<T | null> {
  try {
    return await write(database, body);
  } catch (error) {
    if (!isQuotaError(error)) throw error;
    await noteDiskFull(steps);
    return null;
  }
}
