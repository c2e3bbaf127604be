// Steps of a page become part of the open trajectory: numbered, gated, stored once.
import type { Dropped } from "../../schemas/dropped.ts";
import type { RecordRequest } from "../../schemas/message.ts";
import { maxSteps, parseStep, type Step } from "../../schemas/step-of-kind.ts";
import type { NumberedStep, TrajectoryHead } from "../../schemas/trajectory.ts";
import { countDropped } from "../diagnostics/dropped.ts";
import { now } from "../platform/clock.ts";
import { randomId } from "../platform/random.ts";
import { appendSteps } from "../store/append.ts";
import { type Database, readSetting } from "../store/database.ts";
import { citeOutlines } from "../store/outlines.ts";
import { begun, taskGap } from "./task.ts";

/** A stretch of work ends after this long without a step, in milliseconds. */
export const idleGap = 5 * 60_000;

/** The same for one trajectory: a task that is under way waits longer. */
export const gapOf = (head: TrajectoryHead | undefined): number =>
  head?.task && head.task.outcome === undefined ? taskGap : idleGap;

export type Refuse = (kind: Step["kind"]) => Dropped | null;

export interface Kept {
  /** Steps of the frame below this number are settled. */
  next: number;
  kept: number;
  /** Whether a trajectory was opened: its end must be watched for. */
  opened: boolean;
  /** Trajectories that ended on the way and are to be closed. */
  ended: TrajectoryHead[];
}

/**
 * Takes one message of a frame, inside the caller's transaction. A step number below the frame's high-water mark
 * was taken before and is passed over; numbers that never came are counted as a gap. What need not wait for each other
 * is asked of the database at once: the worker wakes up for each reply.
 */
export async function keepSteps(
  database: Database,
  message: RecordRequest,
  { tool, refuse }: { tool: string; refuse: Refuse },
): Promise<Kept> {
  const [frame, open] = await Promise.all([
    database.frames.get(message.frame),
    readSetting(database, "open-trajectory"),
  ]);
  const next = frame?.next ?? 0;
  const dropped: Partial<Record<Dropped, number>> = { ...message.dropped };
  const drop = (reason: Dropped, count = 1) => {
    dropped[reason] = (dropped[reason] ?? 0) + count;
  };
  if (message.first > next) drop("step-gap", message.first - next);

  const steps: Step[] = [];
  message.steps.forEach((candidate, position) => {
    if (message.first + position < next) return;
    const step = parseStep(candidate);
    // The tool is the browser's word, not the script's.
    const refused = !step
      ? "message-malformed"
      : step.tool !== tool
        ? "message-out-of-scope"
        : refuse(step.kind);
    if (refused) drop(refused);
    else steps.push(step!);
  });
  steps.sort((a, b) => a.at - b.at);

  const after = Math.max(next, message.first + message.steps.length);
  const [{ ended, opened, unknown }] = await Promise.all([
    addToTrajectories(database, steps, open),
    database.frames.put({ frame: message.frame, next: after, seenAt: now() }),
  ]);
  if (unknown > 0) drop("outline-unknown", unknown);
  await countDropped(database, dropped);
  return { next: after, kept: steps.length, opened, ended };
}

type Open = Awaited<ReturnType<typeof readSetting<"open-trajectory">>>;

async function addToTrajectories(database: Database, steps: readonly Step[], before: Open) {
  const ended: TrajectoryHead[] = [];
  let opened = false;
  let unknown = 0;
  let open = before;
  let head = open && (await database.trajectories.get(open.id));
  let pending: NumberedStep[] = [];
  /** Whether the head says what the store does not yet. */
  let isNew = false;
  const flush = async () => {
    if (!head || pending.length === 0) return;
    const cited = await citeOutlines(
      database,
      head.id,
      pending.map(({ step }) => step),
    );
    unknown += cited.unknown;
    await Promise.all([
      isNew && database.trajectories.put(head),
      appendSteps(
        database,
        head,
        pending.map(({ n }, at) => ({ n, step: cited.steps[at]! })),
      ),
    ]);
    isNew = false;
    pending = [];
  };
  for (const step of steps) {
    const why =
      !open || !head
        ? null
        : step.at - open.lastAt > gapOf(head)
          ? "idle"
          : open.nextN >= maxSteps
            ? "size"
            : null;
    if (head && why) {
      await flush();
      ended.push({ ...head, closedBy: why });
      if (head.task?.said === "started") await database.settings.delete("task");
    }
    if (!open || !head || why) {
      const task = (await readSetting(database, "task"))?.task;
      head = begun({ id: randomId(), openedAt: step.at, tools: [] }, task);
      opened = true;
      isNew = true;
      open = { key: "open-trajectory", id: head.id, nextN: 0, lastAt: step.at };
    }
    if (!head.tools.includes(step.tool)) {
      head.tools.push(step.tool);
      isNew = true;
    }
    pending.push({ n: open.nextN, step: { ...step, at: Math.round((step.at - head.openedAt) * 10) / 10 } });
    open = { ...open, nextN: open.nextN + 1, lastAt: Math.max(open.lastAt, step.at) };
  }
  await Promise.all([flush(), open && database.settings.put(open)]);
  return { ended, opened, unknown };
}
