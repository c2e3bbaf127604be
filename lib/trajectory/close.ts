// Closing a trajectory: settled, anonymized and queued for review in one transaction.
import type { QueuedShipment } from "../../schemas/queue.ts";
import type { KindName } from "../../schemas/step.ts";
import type { ClosedBy, NumberedStep, TrajectoryHead } from "../../schemas/trajectory.ts";
import { now } from "../platform/clock.ts";
import { drawStepReports } from "../step-reports/draw.ts";
import { takeBackReports } from "../step-reports/take-back.ts";
import { addTotals, replaceSteps } from "../store/append.ts";
import type { Database } from "../store/database.ts";
import { mayHaveLeft } from "../store/may-have-left.ts";
import { citedBy, releaseOutlines } from "../store/outlines.ts";
import { countSteps, readSteps } from "../store/read.ts";
import { write } from "../store/writer.ts";
import { followSources } from "./clipboard-source.ts";
import { settle, withSources } from "./settle.ts";
import { isSameTask, unsaid } from "./task.ts";

/** Makes the shipment of a settled trajectory; null when nothing of it may leave. */
export type MakeShipment = (
  head: TrajectoryHead,
  steps: Awaited<ReturnType<typeof readSteps>>,
  before?: QueuedShipment,
) => Promise<{ queued: QueuedShipment; key?: string } | null>;

/**
 * Closes one trajectory. The shipment is made before the transaction, because hashing would end it; if steps came
 * meanwhile it is made again.
 */
export async function closeTrajectory(
  database: Database,
  { id, by, make }: { id: string; by: ClosedBy; make: MakeShipment },
): Promise<void> {
  for (;;) {
    const head = await database.trajectories.get(id);
    if (!head || head.closedAt !== undefined) return;
    const raw = await readSteps(database, id);
    const steps = settle(raw);
    const closed = unsaid({ ...head, closedAt: now(), closedBy: by });
    const made = steps.length > 0 ? await make(closed, steps) : null;
    const done = await write(database, async () => {
      if ((await countSteps(database, id)) !== raw.length) return false;
      if (!isSameTask(await database.trajectories.get(id), head)) return false;
      // Its steps would be numbered anew: one that names steps of it can be undone, so it closes later.
      if (await isNamed(database, id)) return true;
      if (head.task?.said === "started") await database.settings.delete("task");
      const open = await database.settings.get("open-trajectory");
      if (open?.key === "open-trajectory" && open.id === id)
        await database.settings.delete("open-trajectory");
      if (steps.length === 0) {
        await database.trajectories.delete(id);
        await releaseOutlines(database, id, []);
        return true;
      }
      await replaceSteps(database, closed, steps);
      await database.trajectories.put(closed);
      await releaseOutlines(database, id, citedBy(steps, closed));
      if (made) {
        await database.shipments.put(made.queued);
        await database.eraseKeys.put({ shipment: made.queued.id, week: made.queued.week, key: made.key! });
      }
      return true;
    });
    if (done) return drawStepReports(database);
  }
}

/** Whether a deletion that is not final names steps of it by number. */
const isNamed = async (database: Database, id: string): Promise<boolean> =>
  (await database.tombstones.filter(({ what }) => what.by === "steps" && what.trajectory === id).count()) > 0;

/** Whether a step stays: `at` in milliseconds since the epoch. */
export type Keep = (n: number, step: { at: number; tool: string; kind: KindName }) => boolean;

/**
 * Takes steps out of a trajectory, in the store, the totals and the shipment that still waits. One whose sending
 * was tried is not made again but taken back, with its erase key kept. What was shipped stays shipped. A trajectory
 * without steps is gone, and so is its waiting shipment with its erase key.
 */
export async function cutTrajectory(
  database: Database,
  { id, keep, make }: { id: string; keep: Keep; make: MakeShipment },
): Promise<void> {
  for (;;) {
    const head = await database.trajectories.get(id);
    if (!head) return;
    const before = await readSteps(database, id);
    // Sources are named while they are all there, also in a trajectory that is still open.
    const staying = withSources(before).filter(({ n, step }) =>
      keep(n, { at: head.openedAt + step.at, tool: step.tool, kind: step.kind }),
    );
    if (staying.length === before.length) return;
    const same = new Map(staying.map(({ n }) => [n, n]));
    const kept = followSources(staying, same);
    const cut = withoutGone(head, before, kept);
    const waiting = await database.shipments
      .where({ trajectory: id })
      .filter((s) => s.state !== "shipped")
      .first();
    const sent = waiting !== undefined && mayHaveLeft(waiting);
    const made = waiting && !sent && kept.length > 0 ? await make(cut, kept, waiting) : null;
    const done = await write(database, async () => {
      if ((await countSteps(database, id)) !== before.length) return false;
      if (!isSameTask(await database.trajectories.get(id), head)) return false;
      const now = waiting && (await database.shipments.get(waiting.id));
      const queued = now?.state === "shipped" ? undefined : now;
      // Its sending began meanwhile: looked at anew, before anything is written.
      if (queued && mayHaveLeft(queued) !== sent) return false;
      const gone = before.filter(({ n }) => !same.has(n));
      await addTotals(database, head.openedAt, gone, -1);
      await takeBackReports(database, id, gone);
      await replaceSteps(database, head, kept);
      if (kept.length > 0) await database.trajectories.put(cut);
      else await forgetTrajectory(database, id);
      await database.outlines.bulkDelete(await releaseOutlines(database, id, citedBy(kept, cut)));
      if (!queued) return true;
      if (made) await database.shipments.put(made.queued);
      else {
        await database.shipments.delete(queued.id);
        if (sent) await database.eraseKeys.update(queued.id, { kept: true });
        else await database.eraseKeys.delete(queued.id);
      }
      return true;
    });
    if (done) return;
  }
}

/** The page state after a step that is gone says what it did: it goes with it. */
function withoutGone(
  head: TrajectoryHead,
  before: readonly NumberedStep[],
  kept: readonly NumberedStep[],
): TrajectoryHead {
  const tools = [...new Set(kept.map(({ step }) => step.tool))];
  const { lastOutline, ...rest } = head;
  const stays = lastOutline !== undefined && kept.at(-1)?.n === before.at(-1)?.n;
  return { ...rest, tools, ...(stays && { lastOutline }) };
}

async function forgetTrajectory(database: Database, id: string): Promise<void> {
  await database.trajectories.delete(id);
  const open = await database.settings.get("open-trajectory");
  if (open?.key === "open-trajectory" && open.id === id) await database.settings.delete("open-trajectory");
}
