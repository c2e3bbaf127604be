// What left this browser or was refused: from the queue, and from erase keys that are all that is known of the rest.
import type { EraseKey, QueuedShipment } from "../../schemas/queue.ts";
import type { Database } from "../store/database.ts";
import { isErasable } from "../store/erase-queue.ts";

export interface Left {
  id: string;
  week: string;
  key: EraseKey | undefined;
  /** Not there once the record here was erased. */
  queued: QueuedShipment | undefined;
  erasable: boolean;
}

/** Newest first; those of which only the key is kept come last. A live query's body: it only reads. */
export async function readLeft(database: Database): Promise<Left[]> {
  const shipments = await database.shipments.where("state").anyOf("shipped", "rejected").toArray();
  const keys = new Map((await database.eraseKeys.toArray()).map((key) => [key.shipment, key]));
  const known = shipments
    .sort((a, b) => (b.shippedAt ?? b.readyAt) - (a.shippedAt ?? a.readyAt))
    .map((queued) => leftOf(keys.get(queued.id), queued));
  const there = new Set(shipments.map(({ id }) => id));
  const rest = [...keys.values()]
    .filter((key) => key.kept && !there.has(key.shipment))
    .sort((a, b) => (a.week < b.week ? 1 : -1))
    .map((key) => leftOf(key, undefined));
  return [...known, ...rest];
}

function leftOf(key: EraseKey | undefined, queued: QueuedShipment | undefined): Left {
  const { shipment: id, week } = key ?? { shipment: queued!.id, week: queued!.week };
  return { id, week, key, queued, erasable: isErasable(key, queued) };
}

export interface Held {
  steps: number;
  waiting: number;
  shipments: number;
  receipts: number;
  reports: number;
  keys: number;
  /** Keys that erasing here leaves: of what was shipped, now or before an earlier erasing. */
  staying: number;
  /** Shipments that may lie at the collector and that nobody asked to erase. */
  erasable: number;
  /** Erasures that were asked for, and those of them that the collector acknowledged. */
  asked: number;
  acknowledged: number;
}

/** Counts for the pages; no step and no shipment is parsed. */
export async function readHeld(database: Database): Promise<Held> {
  const shipments = new Map((await database.shipments.toArray()).map((one) => [one.id, one]));
  const keys = await database.eraseKeys.toArray();
  const count = (is: (key: EraseKey) => boolean) => keys.filter(is).length;
  return {
    steps: (await database.totals.toArray()).reduce((sum, { count }) => sum + count, 0),
    waiting: [...shipments.values()].filter(({ state }) => state === "waiting").length,
    shipments: shipments.size,
    receipts: await database.receipts.count(),
    reports: await database.stepReports.count(),
    keys: keys.length,
    staying: count((key) => key.kept === true || shipments.get(key.shipment)?.sentAt !== undefined),
    erasable: count((key) => isErasable(key, shipments.get(key.shipment))),
    asked: count(({ erasing }) => erasing !== undefined),
    acknowledged: count(({ erasing }) => erasing?.acknowledgedAt !== undefined),
  };
}
