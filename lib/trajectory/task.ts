// A task that the person started on purpose, or says afterwards that a trajectory was.
import type { QueuedShipment } from "../../schemas/queue.ts";
import type { CatalogueTask, Outcome, TaskUnderWay } from "../../schemas/task.ts";
import type { TrajectoryHead } from "../../schemas/trajectory.ts";
import { now } from "../platform/clock.ts";
import { type Database, readSetting } from "../store/database.ts";
import { mayHaveLeft } from "../store/may-have-left.ts";
import { readSteps } from "../store/read.ts";
import { write } from "../store/writer.ts";
import type { MakeShipment } from "./close.ts";

/** A task waits longer for its next step than other work does: until then it is not over. In milliseconds. */
export const taskGap = 30 * 60_000;

/** The next step begins it. What was open before must be closed. */
export const startTask = (database: Database, { tool, index }: CatalogueTask): Promise<void> =>
  write(database, async () => {
    await database.settings.put({ key: "task", task: { tool, index, startedAt: now() } });
  });

/** Says how it came out; the trajectory is then the caller's to close. Null when no task is under way. */
export const endTask = (
  database: Database,
  outcome: Outcome,
): Promise<{ trajectory: string | null } | null> =>
  write(database, async () => {
    const under = await readSetting(database, "task");
    if (!under) return null;
    await database.settings.delete("task");
    const open = await readSetting(database, "open-trajectory");
    const head = open && (await database.trajectories.get(open.id));
    if (!head?.task) return { trajectory: null };
    await database.trajectories.put({ ...head, task: { ...head.task, outcome } });
    return { trajectory: head.id };
  });

interface Saying {
  id: string;
  said: (CatalogueTask & { outcome: Outcome }) | null;
  make: MakeShipment;
}

/** `left`: it was noted here, but what it is of has left already. `nothing`: there is no such trajectory. */
export type Said = "said" | "left" | "nothing";

/** Says afterwards what a trajectory was, or with null that it was none; what waits to leave is made anew with it. */
export async function sayTask(database: Database, { id, said, make }: Saying): Promise<Said> {
  for (;;) {
    const before = await database.trajectories.get(id);
    if (!before || (said && !before.tools.includes(said.tool))) return "nothing";
    const head = withTask(before, said);
    const shipments = await database.shipments.where({ trajectory: id }).toArray();
    const left = shipments.some(mayHaveLeft);
    const waiting = shipments.find((one) => one.state === "waiting" && !mayHaveLeft(one));
    const steps = waiting ? await readSteps(database, id) : [];
    const made = waiting ? await make(head, steps, waiting) : null;
    const done = await write(database, async () => {
      const now = await database.trajectories.get(id);
      const queued = waiting && (await database.shipments.get(waiting.id));
      // It closed, was cut or marked, or its sending began meanwhile: looked at anew, before anything is written.
      if (now?.closedAt !== before.closedAt || !isSameTask(now, before)) return false;
      if (waiting && (!queued || mayHaveLeft(queued) || !isSame(queued.bytes, waiting.bytes))) return false;
      await database.trajectories.put(withTask(now, said));
      if (made) await database.shipments.put({ ...made.queued, ...standing(queued!) });
      else if (waiting) {
        await database.shipments.delete(waiting.id);
        await database.eraseKeys.delete(waiting.id);
      }
      return true;
    });
    if (done) return left ? "left" : "said";
  }
}

/** Whether nothing else was said of it meanwhile; what is made of its head would not be of what it says now. */
export const isSameTask = (now: TrajectoryHead | undefined, before: TrajectoryHead): now is TrajectoryHead =>
  now !== undefined && JSON.stringify(now.task) === JSON.stringify(before.task);

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

/** "Ship now" may have been said meanwhile. */
const standing = ({ readyAt, nextTryAt, attempts }: QueuedShipment) => ({ readyAt, nextTryAt, attempts });

function withTask({ task: _, ...rest }: TrajectoryHead, said: Saying["said"]): TrajectoryHead {
  return said ? { ...rest, task: { ...said, said: "afterwards" } } : rest;
}

/** A trajectory that opens while a task is under way is of that task. Pure. */
export const begun = (head: TrajectoryHead, task: TaskUnderWay | undefined): TrajectoryHead =>
  task ? { ...head, task: { tool: task.tool, index: task.index, said: "started" } } : head;

/** One that closes before the person said how it came out: nobody knows. Pure. */
export const unsaid = (head: TrajectoryHead): TrajectoryHead =>
  head.task && head.task.outcome === undefined
    ? { ...head, task: { ...head.task, outcome: "unknown" } }
    : head;

/** Whether a task that nothing was done in is over by itself. */
export const isForgotten = ({ startedAt }: TaskUnderWay): boolean => now() - startedAt > taskGap;
