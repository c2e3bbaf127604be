// The uploader: peek, send, mark as shipped only after the acknowledgement. One at a time over all workers.
import type { QueuedShipment } from "../../schemas/queue.ts";
import { readDoorway } from "../consent/doorway.ts";
import { closed } from "../consent/gate.ts";
import { countDropped } from "../diagnostics/dropped.ts";
import { now } from "../platform/clock.ts";
import type { Database } from "../store/database.ts";
import { write } from "../store/writer.ts";
import { backoff, type Outcome } from "./outcome.ts";
import { send } from "./send.ts";

/** Ships what is due. Returns when nothing is due, or when one had to be put off. An upload under way goes on alone. */
export const ship = (database: Database): Promise<void> =>
  navigator.locks.request("uploader", { ifAvailable: true }, async (lock) => {
    if (lock) await shipDue(database);
  });

/** The same after the person said "Ship now": an upload under way may have looked for what is due before that. */
export const shipNow = (database: Database): Promise<void> =>
  navigator.locks.request("uploader", () => shipDue(database));

async function shipDue(database: Database): Promise<void> {
  for (;;) {
    // Asked anew before each one: a withdrawal between two sends stops the second.
    // What the person deleted and may still undo, or the company holds back, is here yet: nothing leaves until then.
    if (!(await mayLeave(database))) return;
    const due = await database.shipments
      .where("state")
      .equals("waiting")
      .filter(({ readyAt, nextTryAt }) => readyAt <= now() && nextTryAt <= now())
      .first();
    if (!due) return;
    const marked = await markSent(database, due.id);
    if (!marked) continue;
    const outcome = await send(marked.id, marked.bytes);
    await settle(database, due.id, outcome);
    if (outcome === "retry") return;
  }
}

/** Agreed to, not held back by the company, and no deletion that is not final. */
async function mayLeave(database: Database): Promise<boolean> {
  if ((await database.tombstones.count()) > 0) return false;
  return closed(await readDoorway(database)) === null;
}

/** Marked before the bytes go out: a worker killed in the middle has to know that they may have arrived. */
const markSent = (database: Database, id: string): Promise<QueuedShipment | null> =>
  write(database, async () => {
    const row = await database.shipments.get(id);
    if (row?.state !== "waiting" || !(await mayLeave(database))) return null;
    const marked = { ...row, sentAt: row.sentAt ?? now() };
    await database.shipments.put(marked);
    return marked;
  });

async function settle(database: Database, id: string, outcome: Outcome): Promise<void> {
  await write(database, async () => {
    // Deleted by the person while it was under way: nothing to mark.
    const row = await database.shipments.get(id);
    if (!row) return;
    if (outcome === "delivered") {
      await database.shipments.put({ ...row, state: "shipped", shippedAt: now() });
    } else if (outcome === "retry") {
      const [chance] = crypto.getRandomValues(new Uint32Array(1));
      const wait = backoff(row.attempts, chance! / 2 ** 32);
      await database.shipments.put({ ...row, attempts: row.attempts + 1, nextTryAt: now() + wait });
    } else {
      await database.shipments.put({ ...row, state: "rejected" });
      await countDropped(database, {
        [outcome === "rejected" ? "shipment-rejected" : "shipment-too-large"]: 1,
      });
    }
  });
}
