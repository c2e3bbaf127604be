// When the worker has to wake for what leaves.
import { type Database, readSetting } from "../store/database.ts";
import { nextErasures } from "../store/erase-queue.ts";
import { reportBudget } from "./due-reports.ts";
import { heldUntil } from "./hold.ts";
import { nextFetch } from "./refill-tokens.ts";
import { readServices } from "./services.ts";
import { nextSlot } from "./slots.ts";

/** Moments, in any order. Sealed, the next slot stands for all that waits. */
export async function nextUploads(database: Database): Promise<number[]> {
  const services = await readServices(database);
  if (!services) return [];
  const waiting = await database.shipments.where("state").equals("waiting").toArray();
  const hold = (await heldUntil(database)) ?? 0;
  const later = (at: number) => Math.max(at, hold);
  const sealed = services.issuer !== null;
  const ready = waiting
    .filter(({ nextTryAt }) => !sealed || nextTryAt === 0)
    .map(({ readyAt, nextTryAt }) => later(Math.max(readyAt, nextTryAt)));
  if (!sealed) return [...ready, ...(await nextErasures(database)).map(later)];
  const fetch = await nextFetch(database);
  const reports = await database.stepReports.where({ state: "waiting" }).toArray();
  const health = (await readSetting(database, "health"))?.health;
  const healths = health?.state === "waiting" && (await reportBudget(database)) > 0 ? [health] : [];
  const soonest = services.cover
    ? 0
    : Math.min(
        ...[...waiting, ...reports, ...healths].map(({ readyAt, nextTryAt }) => Math.max(readyAt, nextTryAt)),
        ...(await nextErasures(database)),
      );
  const slot = later(Math.max(soonest, (await nextSlot(database)) ?? 0));
  return [
    ...(services.cover ? [] : ready),
    ...(Number.isFinite(slot) ? [slot] : []),
    ...(fetch === null ? [] : [fetch]),
  ];
}
