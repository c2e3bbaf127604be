// Everybody waits when the collector or the relay says so, also after the worker ended.
import { now } from "../platform/clock.ts";
import { type Database, readSetting } from "../store/database.ts";
import { isOver } from "./retry-after.ts";

/** When something may be sent again, or null for at once. */
export async function heldUntil(database: Database): Promise<number | null> {
  const hold = await readSetting(database, "hold");
  return hold && !isOver(hold.until, now()) ? hold.until : null;
}

/** In the caller's transaction. */
export async function hold(database: Database, wait: number): Promise<void> {
  await database.settings.put({ key: "hold", until: now() + wait });
}
