// Everybody waits when the collector or the relay says so, also after the worker ended.
import { now } from "../platform/clock.ts";
import { type Database, readSetting } from "../store/database.ts";
import { isOver } from "./retry-after.ts";

/** When something may be sent again, or null for at once. */
export async function heldUntil(database: Database): Promise<number | null> {
  const hold = await readSetting(database, "hold");
  // Asked for in what is the future now: the clock went back since then.
  return hold && hold.since <= now() && !isOver(hold.until, now()) ? hold.until : null;
}

/** In the caller's transaction. */
export async function hold(database: Database, wait: number): Promise<void> {
  await database.settings.put({ key: "hold", since: now(), until: now() + wait });
}
