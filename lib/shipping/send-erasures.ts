// Keys of what is to be erased leave, one a request, until each is acknowledged. Also after an agreement has ended.

import { eraseAcknowledgementSchema, innerPaths } from "../../schemas/erase.ts";
import type { EraseKey } from "../../schemas/queue.ts";
import { canonicalBytes } from "../anonymize/canonical.ts";
import { now } from "../platform/clock.ts";
import type { Database } from "../store/database.ts";
import { dueErasure } from "../store/erase-queue.ts";
import { write } from "../store/writer.ts";
import { carry, type Way } from "./carry.ts";
import { hold } from "./hold.ts";
import { readRetryAfter, waitAfter } from "./retry-after.ts";

/** Sends what is due. Returns when nothing is due, or when one has to be tried again. */
export async function sendErasures(database: Database, way: Way): Promise<void> {
  await navigator.locks.request("eraser", { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    for (;;) {
      const due = await dueErasure(database);
      if (!due || !(await eraseOne(database, due, way))) return;
    }
  });
}

/** Whether the collector acknowledged it. In the body, not in the address: addresses are written down on the way. */
export async function eraseOne(database: Database, { shipment, key }: EraseKey, way: Way): Promise<boolean> {
  const content = canonicalBytes({ format: "tooltrail-erase/1", key });
  const carried = await carry(database, { path: innerPaths.erase, content }, way);
  const acknowledged =
    carried.is === "answered" &&
    carried.status === 200 &&
    eraseAcknowledgementSchema.safeParse(carried.body).success;
  const asked = carried.is === "too-large" ? null : readRetryAfter(carried.retryAfter, now());
  await settle(database, shipment, { acknowledged, asked });
  return acknowledged;
}

const settle = (
  database: Database,
  shipment: string,
  { acknowledged, asked }: { acknowledged: boolean; asked: number | null },
): Promise<void> =>
  write(database, async () => {
    const key = await database.eraseKeys.get(shipment);
    if (!key?.erasing) return;
    const [chance] = crypto.getRandomValues(new Uint32Array(1));
    const { attempts } = key.erasing;
    const wait = waitAfter({ attempts, asked }, chance! / 2 ** 32);
    if (!acknowledged && asked !== null) await hold(database, wait);
    const after = acknowledged ? { acknowledgedAt: now() } : { nextTryAt: now() + wait };
    await database.eraseKeys.put({ ...key, erasing: { ...key.erasing, attempts: attempts + 1, ...after } });
  });
