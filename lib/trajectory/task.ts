// A task that the person started on purpose, or says afterwards that a trajectory was.
import type { CatalogueTask, Outcome, TaskUnderWay } from "../../schemas/task.ts";
import type { TrajectoryHead } from "../../schemas/trajectory.ts";
import { now } from "../platform/clock.ts";
import { type Database, readSetting } from "../store/database.ts";
import { write } from "../store/writer.ts";

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

/** Says afterwards what a trajectory was, or with null that it was none. False when there is no such trajectory. */
export const sayTask = (
  database: Database,
  id: string,
  said: (CatalogueTask & { outcome: Outcome }) | null,
): Promise<boolean> =>
  write(database, async () => {
    const head = await database.trajectories.get(id);
    if (!head || (said && !head.tools.includes(said.tool))) return false;
    const { task: _, ...rest } = head;
    await database.trajectories.put(said ? { ...rest, task: { ...said, said: "afterwards" } } : rest);
    return true;
  });

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
