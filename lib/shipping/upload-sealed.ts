// What leaves sealed: tokens are fetched on their schedule, and at each slot one thing goes, or a dummy with `cover`.
import { innerPaths } from "../../schemas/erase.ts";
import { readDoorway } from "../consent/doorway.ts";
import { closed } from "../consent/gate.ts";
import { randomBelow } from "../platform/random.ts";
import { policyOf } from "../policy/state.ts";
import type { Database } from "../store/database.ts";
import { dueErasures } from "../store/erase-queue.ts";
import { hasToken } from "../store/tokens.ts";
import { carry, type Way } from "./carry.ts";
import { dueReports } from "./due-reports.ts";
import { dueHealth, healthOne } from "./health-one.ts";
import { heldUntil } from "./hold.ts";
import { mayLeave } from "./may-leave.ts";
import { noteProblem, noteSent } from "./problem.ts";
import { refillTokens } from "./refill-tokens.ts";
import { reportOne } from "./report-one.ts";
import { eraseOne } from "./send-erasures.ts";
import { dueShipments } from "./ship.ts";
import { shipOne } from "./ship-one.ts";
import { isDrawn, oneErasureIn, oneIn, takeSlot } from "./slots.ts";

/** One uploader over all workers; safe to call at any time. */
const alone = (work: () => Promise<void>): Promise<void> =>
  navigator.locks.request("uploader", { ifAvailable: true }, async (lock) => {
    if (lock) await work();
  });

/** Fetches the tokens whose moment has come. */
export const fetchTokens = (database: Database, way: Way): Promise<void> =>
  alone(async () => {
    if (await fetchesTokens(database, way)) await refillTokens(database, way);
  });

/** Uses the slot, if there is one now. */
export const uploadSealed = (database: Database, way: Way): Promise<void> =>
  alone(async () => {
    if ((await heldUntil(database)) !== null || !(await takeSlot(database))) return;
    const due = await leaving(database, way);
    const one = due[due.length === 0 ? 0 : randomBelow(due.length)];
    if (one) await one();
    else if (await sendsCover(database, way))
      await carry(database, { path: innerPaths.cover, content: new Uint8Array(0) }, way);
  });

/** Those who agreed; with `cover` everybody, or fetching would say who did. */
const fetchesTokens = async (database: Database, way: Way): Promise<boolean> =>
  closed(await readDoorway(database)) === null || sendsCover(database, way);

/** Not where the company stopped everything. */
async function sendsCover(database: Database, { services }: Way): Promise<boolean> {
  const { policy } = await readDoorway(database);
  return services.cover && policy.is !== "stopped" && policyOf(policy) !== null;
}

/** All that is due and drawn, each as what sends it. What the person ships now waits for no draw. */
async function leaving(database: Database, way: Way): Promise<(() => Promise<unknown>)[]> {
  const erasures = (await dueErasures(database)).filter(() => isDrawn(oneErasureIn));
  const found: (() => Promise<unknown>)[] = erasures.map((key) => () => eraseOne(database, key, way));
  if (!(await mayLeave(database))) return found;
  const [shipments, reports] = [await dueShipments(database).toArray(), await dueReports(database)];
  let paid = 0;
  const add = (send: () => Promise<unknown>, asked = false) => {
    paid++;
    if (asked || isDrawn(oneIn)) found.push(send);
  };
  for (const { id, nextTryAt } of shipments)
    if (await hasToken(database, id, "shipment")) add(() => shipOne(database, id, way), nextTryAt === 0);
  for (const { id } of reports)
    if (await hasToken(database, id, "report")) add(() => reportOne(database, id, way));
  const health = await dueHealth(database);
  if (health && (await hasToken(database, health.id, "report")))
    add(() => healthOne(database, health.id, way));
  if (paid > 0) await noteSent(database);
  else if (shipments.length + reports.length > 0) await noteProblem(database, "no-tokens");
  return found;
}
