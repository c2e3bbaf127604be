// Runs in a page of the extension, with the project's own store: fills the database, and reads it.

import { now, weekStart } from "../../lib/platform/clock.ts";
import { makeShipment } from "../../lib/shipping/make-shipment.ts";
import { addTotals, appendSteps, replaceSteps } from "../../lib/store/append.ts";
import { openDatabase } from "../../lib/store/database.ts";
import { readQueue, readSteps, readTrajectories } from "../../lib/store/read.ts";
import { write } from "../../lib/store/writer.ts";
import { closeTrajectory } from "../../lib/trajectory/close.ts";
import { noticeVersion } from "../../schemas/notice-version.ts";
import { maxSteps, type Step, stepSchema, switchNames } from "../../schemas/step.ts";
import type { NumberedStep, TrajectoryHead } from "../../schemas/trajectory.ts";
import { varied } from "./vary.ts";
import "../../lib/platform/jitless.ts";

const database = openDatabase();
const day = 24 * 3_600_000;

export interface Setting {
  recording: readonly Step[];
  tool: string;
  count: number;
}

interface Filled {
  steps: number;
  /** Milliseconds of writing; what makes the steps is not counted. */
  took: number;
  /** Steps a second of each trajectory. */
  rates: number[];
}

const idOf = (prefix: string, nth: number): string => `${prefix}${String(nth).padStart(20, "0")}A`;

const headOf = (prefix: string, nth: number, { tool }: Setting): TrajectoryHead => ({
  id: idOf(prefix, nth),
  // Over the last twenty days, so that nothing has expired.
  openedAt: Date.now() - (nth % 20) * day - 3_600_000,
  tools: [tool],
});

const numbered = (nth: number, count: number, { recording, tool }: Setting): NumberedStep[] =>
  Array.from({ length: count }, (_, n) => ({
    n,
    step: varied(recording, nth * maxSteps + n, { at: n * 700.5, tool }),
  }));

function count(filled: Filled, steps: number, took: number): void {
  filled.took += took;
  filled.steps += steps;
  filled.rates.push(steps / (took / 1000));
}

/** Whole trajectories as they are closed: totals, head and chunks of 256, in one durable transaction each. */
export async function closes(setting: Setting): Promise<Filled> {
  const filled: Filled = { steps: 0, took: 0, rates: [] };
  for (let nth = 0; filled.steps < setting.count; nth++) {
    const steps = numbered(nth, Math.min(maxSteps, setting.count - filled.steps), setting);
    const head = headOf("C", nth, setting);
    const closed: TrajectoryHead = { ...head, closedAt: head.openedAt + 1_500_000, closedBy: "size" };
    const from = performance.now();
    await write(database, async () => {
      await addTotals(database, head.openedAt, steps, 1);
      await replaceSteps(database, head, steps);
      await database.trajectories.put(closed);
    });
    count(filled, steps.length, performance.now() - from);
  }
  return filled;
}

/** Messages of so many steps into open trajectories, a durable transaction each. */
export async function appends(setting: Setting & { message: number }): Promise<Filled> {
  const filled: Filled = { steps: 0, took: 0, rates: [] };
  for (let nth = 0; filled.steps < setting.count; nth++) {
    const steps = numbered(nth, Math.min(maxSteps, setting.count - filled.steps), setting);
    const head = headOf("A", nth, setting);
    const from = performance.now();
    for (let at = 0; at < steps.length; at += setting.message) {
      await write(database, async () => {
        await database.trajectories.put(head);
        await appendSteps(database, head, steps.slice(at, at + setting.message));
      });
    }
    count(filled, steps.length, performance.now() - from);
  }
  return filled;
}

/** Closes those that were appended to, as the worker does: read, settled, anonymized, queued. In milliseconds each. */
export async function settles(): Promise<number[]> {
  const took: number[] = [];
  const open = await database.trajectories.filter(({ closedAt }) => closedAt === undefined).toArray();
  await agreesToAll([...new Set(open.flatMap(({ tools }) => tools))]);
  for (const { id } of open) {
    const from = performance.now();
    await closeTrajectory(database, { id, by: "size", make: makeShipment(database) });
    took.push(performance.now() - from);
  }
  return took;
}

/**
 * So that there is something to make a shipment of. The reports of the weeks that the filled trajectories lie in count
 * as drawn, as they are where they were recorded week by week: else the first that closes would draw out of a million.
 */
async function agreesToAll(tools: string[]): Promise<void> {
  const described = { alias: "Bench", pattern: "https://bench.example/*", owner: "", reason: "" };
  for (const id of tools) await database.tools.put({ id, ...described, vocabulary: null, addedAt: 0 });
  const kinds = [...switchNames];
  const answer = { at: Date.now(), notice: noticeVersion, answer: "agreed" as const, kinds, tools };
  await database.receipts.put({ id: idOf("R", 0), ...answer });
  await database.settings.put({ key: "step-reports", until: weekStart(now()) });
}

/** Milliseconds that the strict schema takes for so many steps. */
export function validates(setting: Setting): number {
  const steps = numbered(0, setting.count, setting).map(({ step }) => step);
  const from = performance.now();
  for (const step of steps) stepSchema.parse(step);
  return performance.now() - from;
}

/** Bytes of the lines of the stored chunks, and how many chunks hold how many steps. */
export async function sizes(): Promise<{ lineBytes: number; chunks: number; steps: number }> {
  let [lineBytes, chunks, steps] = [0, 0, 0];
  await database.chunks.each(({ lines, count }) => {
    lineBytes += lines.byteLength;
    chunks++;
    steps += count;
  });
  return { lineBytes, chunks, steps };
}

/** What "My data" asks for first, and the steps of one trajectory, in milliseconds. */
export async function firstReads(): Promise<{ list: number; steps: number; count: number }> {
  const began = performance.now();
  await database.totals.toArray();
  const heads = await readTrajectories(database, 21);
  await readQueue(database);
  const listed = performance.now();
  const steps = await readSteps(database, heads.at(-1)!.id);
  return { list: listed - began, steps: performance.now() - listed, count: steps.length };
}

export const usage = async (): Promise<number> => (await navigator.storage.estimate()).usage ?? 0;
