// One shipment: marked and its token bound, sent, settled by the answer.
import type { QueuedShipment } from "../../schemas/queue.ts";
import { countDropped } from "../diagnostics/dropped.ts";
import { now } from "../platform/clock.ts";
import type { Database } from "../store/database.ts";
import { dropToken, tokenFor } from "../store/tokens.ts";
import { write } from "../store/writer.ts";
import type { Way } from "./carry.ts";
import { hold } from "./hold.ts";
import { mayLeave } from "./may-leave.ts";
import type { Outcome } from "./outcome.ts";
import { waitAfter } from "./retry-after.ts";
import { type Delivery, send } from "./send.ts";

/** `not-sent`: it is gone, may not leave any more, or there is no token for it. */
export async function shipOne(database: Database, id: string, way: Way): Promise<Outcome | "not-sent"> {
  const marked = await markSent(database, id, way.services.issuer !== null);
  if (!marked) return "not-sent";
  const delivery = await send(database, marked.row, { ...way, token: marked.token });
  await settle(database, id, delivery);
  return delivery.outcome;
}

interface Marked {
  row: QueuedShipment;
  token: Uint8Array | undefined;
}

/** Marked before the bytes go out: a worker killed in the middle has to know that they may have arrived. */
const markSent = (database: Database, id: string, paid: boolean): Promise<Marked | null> =>
  write(database, async () => {
    const row = await database.shipments.get(id);
    if (row?.state !== "waiting" || !(await mayLeave(database))) return null;
    const token = paid ? await tokenFor(database, id, "shipment") : undefined;
    if (token === null) return null;
    const marked = { ...row, sentAt: row.sentAt ?? now() };
    await database.shipments.put(marked);
    return { row: marked, token };
  });

const settle = (database: Database, id: string, { outcome, asked }: Delivery): Promise<void> =>
  write(database, async () => {
    if (outcome !== "retry") await dropToken(database, id);
    // Deleted by the person while it was under way: nothing to mark.
    const row = await database.shipments.get(id);
    if (!row) return;
    if (outcome === "delivered" || outcome === "erased") {
      await database.shipments.put({ ...row, state: "shipped", shippedAt: now() });
    } else if (outcome === "retry" || outcome === "other-token") {
      const [chance] = crypto.getRandomValues(new Uint32Array(1));
      const wait = waitAfter({ attempts: row.attempts, asked }, chance! / 2 ** 32);
      if (asked !== null) await hold(database, wait);
      await database.shipments.put({ ...row, attempts: row.attempts + 1, nextTryAt: now() + wait });
    } else {
      await database.shipments.put({ ...row, state: "rejected" });
      const reason = outcome === "rejected" ? "shipment-rejected" : "shipment-too-large";
      await countDropped(database, { [reason]: 1 });
    }
  });
