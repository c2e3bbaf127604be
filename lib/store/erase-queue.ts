// What the person asked the collector to erase: marked on the erase key, which outlives everything else here.
import type { EraseKey, QueuedShipment } from "../../schemas/queue.ts";
import { now } from "../platform/clock.ts";
import type { Database } from "./database.ts";
import { erasingWindow } from "./erasing-window.ts";
import { mayHaveLeft } from "./may-have-left.ts";
import { write } from "./writer.ts";

/** Whether a shipment may lie at the collector, with nobody having asked yet that it is erased there. */
export const isErasable = (
  key: Pick<EraseKey, "kept" | "erasing"> | undefined,
  queued: Pick<QueuedShipment, "state" | "sentAt"> | undefined,
): boolean =>
  key !== undefined &&
  key.erasing === undefined &&
  (queued ? queued.state !== "rejected" && mayHaveLeft(queued) : key.kept === true);

/** A moment of the time that begins now, by the platform's cryptographic random. */
function momentWithin(window: number): number {
  const [chance] = crypto.getRandomValues(new Uint32Array(1));
  return now() + Math.floor((chance! / 2 ** 32) * window);
}

/** Asks that these shipments, or all that left, are erased at the collector. Returns how many were asked for now. */
export const askErasing = (database: Database, which: "all" | readonly string[]): Promise<number> =>
  write(database, () => markErasing(database, which));

/** For a caller that is in a transaction already. */
export async function markErasing(database: Database, which: "all" | readonly string[]): Promise<number> {
  const keys =
    which === "all" ? await database.eraseKeys.toArray() : await database.eraseKeys.bulkGet([...which]);
  let asked = 0;
  for (const key of keys) {
    const queued = key && (await database.shipments.get(key.shipment));
    if (!key || !isErasable(key, queued)) continue;
    const erasing = { askedAt: now(), attempts: 0, nextTryAt: momentWithin(erasingWindow() / 3) };
    // One whose acknowledgement was lost is not sent again: it would come after its erasure.
    const unsure = queued?.state === "waiting";
    if (unsure) await database.shipments.delete(key.shipment);
    await database.eraseKeys.put({ ...key, erasing, ...(unsure && { kept: true }) });
    asked++;
  }
  return asked;
}

const isOpen = ({ erasing }: EraseKey): boolean =>
  erasing !== undefined && erasing.acknowledgedAt === undefined;

/** When the keys that are still to be sent leave. */
export const nextErasures = async (database: Database): Promise<number[]> =>
  (await database.eraseKeys.filter(isOpen).toArray()).map(({ erasing }) => erasing!.nextTryAt);

/** Those whose moment has come. */
export const dueErasures = (database: Database): Promise<EraseKey[]> =>
  database.eraseKeys.filter((key) => isOpen(key) && key.erasing!.nextTryAt <= now()).toArray();

/** One of them. */
export const dueErasure = async (database: Database): Promise<EraseKey | undefined> =>
  (await dueErasures(database))[0];
