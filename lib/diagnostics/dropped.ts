// What is dropped is counted, and shown on the options page.
import type { Dropped } from "../../schemas/dropped.ts";
import type { Database } from "../store/database.ts";

/** Adds to the counters, in the caller's transaction if there is one. */
export async function countDropped(
  database: Database,
  dropped: Partial<Record<Dropped, number>>,
): Promise<void> {
  for (const [reason, count] of Object.entries(dropped) as [Dropped, number][]) {
    const before = await database.dropped.get(reason);
    await database.dropped.put({ reason, count: (before?.count ?? 0) + count });
  }
}
