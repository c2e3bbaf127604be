import { readDoorway } from "../consent/doorway.ts";
import { closed } from "../consent/gate.ts";
import type { Database } from "../store/database.ts";

/** Agreed to, not held back by the company, and no deletion that is not final. */
export async function mayLeave(database: Database): Promise<boolean> {
  if ((await database.tombstones.count()) > 0) return false;
  return closed(await readDoorway(database)) === null;
}
