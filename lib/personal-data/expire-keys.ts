// What was shipped expires at the collector by week; from then on there is nothing that its erase key could erase.
import { now } from "../platform/clock.ts";
import type { Database } from "../store/database.ts";
import { erasableUntil } from "../store/erasable-until.ts";
import { write } from "../store/writer.ts";

/** Deletes erase keys whose week has expired at the collector, and what is kept here of those shipments. */
export async function expireKeys(database: Database): Promise<void> {
  const over = (await database.eraseKeys.toArray()).filter(({ week }) => erasableUntil(week) < now());
  if (over.length === 0) return;
  const ids = over.map(({ shipment }) => shipment);
  await write(database, async () => {
    const left = database.shipments.where("id").anyOf(ids);
    const waiting = await left
      .clone()
      .filter(({ state }) => state === "waiting")
      .primaryKeys();
    // One that still waits for a collector has not begun its weeks there.
    await left.filter(({ state }) => state !== "waiting").delete();
    await database.eraseKeys.bulkDelete(ids.filter((id) => !waiting.includes(id)));
  });
}
