// Reads all that the gate asks, fresh from disk: no truth is kept in memory.
import { now } from "../platform/clock.ts";
import type { Database } from "../store/database.ts";
import type { Doorway } from "./gate.ts";
import { consentOf } from "./state.ts";

export async function readDoorway(database: Database): Promise<Doorway> {
  const [receipts, tools, pause] = await Promise.all([
    database.receipts.toArray(),
    database.tools.toArray(),
    database.settings.get("pause"),
  ]);
  return {
    consent: consentOf(receipts),
    tools,
    pause: pause?.key === "pause" ? pause.pause : undefined,
    now: now(),
  };
}
