// The uploader: peek, send, mark as shipped only after the acknowledgement. One at a time over all workers.
import type { QueuedShipment } from "../../schemas/queue.ts";
import { now } from "../platform/clock.ts";
import type { Database } from "../store/database.ts";
import type { Way } from "./carry.ts";
import { heldUntil } from "./hold.ts";
import { mayLeave } from "./may-leave.ts";
import { isOver } from "./retry-after.ts";
import { readServices, type Services } from "./services.ts";
import { shipOne } from "./ship-one.ts";
import { underWay } from "./under-way.ts";

/** Ships what is due. Returns when nothing is due, or when one had to be put off. An upload under way goes on alone. */
export const ship = (database: Database): Promise<void> =>
  navigator.locks.request("uploader", { ifAvailable: true }, async (lock) => {
    if (lock) await shipDue(database);
  });

/** The same after the person said "Ship now": an upload under way may have looked for what is due before that. */
export const shipNow = (database: Database): Promise<void> =>
  navigator.locks.request("uploader", () => shipDue(database));

async function shipDue(database: Database): Promise<void> {
  const services = await readServices(database);
  // With `cover` nothing leaves but in its slot: what leaves at another time is no dummy.
  if (!services || services.cover || (await heldUntil(database)) !== null) return;
  const way: Way = { services, signal: underWay() };
  /** Those without a token wait for one. */
  const left = new Set<string>();
  for (;;) {
    // Asked anew before each one: a withdrawal between two sends stops the second.
    // What the person deleted and may still undo, or the company holds back, is here yet: nothing leaves until then.
    if (!(await mayLeave(database))) return;
    const due = await dueShipments(database)
      .filter((row) => !left.has(row.id) && leavesAtOnce(row, services))
      .first();
    if (!due) return;
    const outcome = await shipOne(database, due.id, way);
    if (outcome === "not-sent") left.add(due.id);
    if (outcome === "retry") return;
  }
}

/** In the demonstration when it is due; sealed, only what the person asked to ship now: the rest has its slots. */
const leavesAtOnce = ({ nextTryAt }: QueuedShipment, { issuer }: Services): boolean =>
  issuer === null || nextTryAt === 0;

/** Those whose review window and random delay are over. */
export const dueShipments = (database: Database) =>
  database.shipments
    .where("state")
    .equals("waiting")
    .filter(
      ({ readyAt, nextTryAt, attempts }) =>
        readyAt <= now() && (nextTryAt <= now() || (attempts > 0 && isOver(nextTryAt, now()))),
    );
