// What changes what may be recorded goes through the machine, and what it changes is written, in one transaction.
import type { Receipt } from "../../schemas/consent.ts";
import { randomId } from "../platform/random.ts";
import type { Database } from "../store/database.ts";
import { write } from "../store/writer.ts";
import { readStored, thisWorld } from "./doorway.ts";
import { after, type Event, type Stored } from "./machine.ts";
import { newestOf } from "./state.ts";

/** In a transaction of its own. Returns what is stored then. */
export const enact = (database: Database, event: Event): Promise<Stored> =>
  write(database, () => enactWithin(database, event));

/** In the caller's transaction, which writes all of it or nothing. */
export async function enactWithin(database: Database, event: Event): Promise<Stored> {
  const before = await readStored(database);
  const next = after(before, event, { ...thisWorld(), id: randomId() });
  await database.receipts.bulkAdd(next.receipts.filter((receipt) => !before.receipts.includes(receipt)));
  await database.tools.bulkPut(next.tools.filter((tool) => !before.tools.includes(tool)));
  if (next.pause !== before.pause) {
    if (next.pause) await database.settings.put({ key: "pause", pause: next.pause });
    else await database.settings.delete("pause");
  }
  if (next.profile && next.profile !== before.profile)
    await database.settings.put({ key: "profile", profile: next.profile });
  if (next.policy && next.policy !== before.policy)
    await database.settings.put({ key: "policy", policy: next.policy });
  if (next.stop && next.stop !== before.stop) await database.settings.put({ key: "stop", stop: next.stop });
  if (next.list && next.list !== before.list)
    await database.settings.put({ key: "tool-list", list: next.list });
  return next;
}

/** The receipt of the newest answer. Throws where there is none. */
export function receiptOf({ receipts }: Stored): Receipt {
  const newest = newestOf(receipts);
  if (!newest) throw new Error("No answer was given, so there is no receipt.");
  return newest;
}
