// Keys of what is to be erased leave, one a request, until each is acknowledged. Also after an agreement has ended.
import { eraseAcknowledgementSchema } from "../../schemas/erase.ts";
import { now } from "../platform/clock.ts";
import type { Database } from "../store/database.ts";
import { dueErasure } from "../store/erase-queue.ts";
import { write } from "../store/writer.ts";
import { collectorAddress } from "./collector-address.ts";
import { backoff } from "./outcome.ts";

const timeout = 20_000;

/** Sends what is due. Returns when nothing is due, or when one has to be tried again. */
export async function sendErasures(database: Database): Promise<void> {
  await navigator.locks.request("eraser", { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    for (;;) {
      const due = await dueErasure(database);
      if (!due) return;
      const acknowledged = await sendKey(due.key);
      await settle(database, due.shipment, acknowledged);
      if (!acknowledged) return;
    }
  });
}

const settle = (database: Database, shipment: string, acknowledged: boolean): Promise<void> =>
  write(database, async () => {
    const key = await database.eraseKeys.get(shipment);
    if (!key?.erasing) return;
    const [chance] = crypto.getRandomValues(new Uint32Array(1));
    const attempts = key.erasing.attempts + 1;
    const after = acknowledged
      ? { acknowledgedAt: now() }
      : { nextTryAt: now() + backoff(key.erasing.attempts, chance! / 2 ** 32) };
    await database.eraseKeys.put({ ...key, erasing: { ...key.erasing, attempts, ...after } });
  });

/** Whether the collector acknowledged it. In the body, not in the address: addresses are written down on the way. */
async function sendKey(key: string): Promise<boolean> {
  try {
    const response = await fetch(`${collectorAddress()}/v1/erase`, {
      method: "POST",
      body: JSON.stringify({ format: "tooltrail-erase/1", key }),
      headers: { "content-type": "application/octet-stream" },
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      signal: AbortSignal.timeout(timeout),
    });
    return response.ok && eraseAcknowledgementSchema.safeParse(await response.json()).success;
  } catch {
    // No answer, or one that is no JSON: tried again.
    return false;
  }
}
