// How long a shipment waits for the person to look at it.
import { readDoorway } from "../consent/doorway.ts";
import { now } from "../platform/clock.ts";
import { narrow, widest } from "../policy/narrow.ts";
import { policyOf } from "../policy/state.ts";
import { type Database, readSetting } from "../store/database.ts";
import { write } from "../store/writer.ts";

const hour = 3_600_000;

/** The demonstration build waits five minutes, and its pages say so. */
const isShort = () => __BUILD__ === "demo" || __BUILD__ === "tour";

/** In milliseconds where neither the person nor the company says otherwise. */
export const reviewWindow = (): number => (isShort() ? 5 * 60_000 : 24 * hour);

/** The hours that a shipment waits: the company's, or 24, and more where the person wants more. */
export async function readReviewHours(database: Database): Promise<number> {
  const reviewHours = (await readSetting(database, "review"))?.hours ?? null;
  const { policy } = await readDoorway(database);
  return narrow({ ...widest, tools: [], kinds: [], reviewHours }, policyOf(policy)).reviewHours;
}

/** In milliseconds, for a shipment that is made now. */
export async function readReviewWindow(database: Database): Promise<number> {
  const chosen = await readSetting(database, "review");
  if (isShort() && !chosen) return reviewWindow();
  return (await readReviewHours(database)) * hour;
}

/** Lengthens it, also for what waits; a shorter time than before is for what comes. */
export async function chooseReviewHours(database: Database, hours: number): Promise<void> {
  const before = await readReviewWindow(database);
  await database.settings.put({ key: "review", hours });
  const more = (await readReviewWindow(database)) - before;
  if (more <= 0) return;
  await write(database, async () => {
    // "Ship now" has said that it may leave at once.
    await database.shipments
      .where("state")
      .equals("waiting")
      .filter(({ readyAt }) => readyAt > now())
      .modify((shipment) => {
        shipment.readyAt += more;
        // Where it was drawn at random it stays so.
        if (shipment.nextTryAt > 0) shipment.nextTryAt += more;
      });
  });
}
