// Steps come into the store: small rows for the open chunk, folded into lines of up to 256 when full.
import type { KindName } from "../../schemas/step.ts";
import type { NumberedStep } from "../../schemas/trajectory.ts";
import { createDayOf } from "../platform/clock.ts";
import type { Chunk, Database, OpenStep, Total } from "./database.ts";

export const chunkSize = 256;
const encoder = new TextEncoder();

/** All steps of one trajectory, whatever chunk they lie in. */
const all = (trajectory: string) => ({
  chunks: [
    [trajectory, -1, ""],
    [trajectory, Number.MAX_SAFE_INTEGER, "\uffff"],
  ] as const,
  open: [
    [trajectory, -1],
    [trajectory, Number.MAX_SAFE_INTEGER],
  ] as const,
});

const rowsOf = (
  { id, openedAt }: { id: string; openedAt: number },
  steps: readonly NumberedStep[],
): OpenStep[] => {
  const dayOf = createDayOf();
  return steps.map(({ n, step, unusual }) => ({
    trajectory: id,
    n,
    tool: step.tool,
    day: dayOf(openedAt + step.at),
    line: JSON.stringify({ n, step, unusual }),
  }));
};

/** So many steps that come together are no rows by themselves first. */
const together = 32;

/** Adds numbered steps to an open trajectory. `openedAt` is milliseconds since the epoch. */
export async function appendSteps(
  database: Database,
  trajectory: { id: string; openedAt: number },
  steps: readonly NumberedStep[],
): Promise<void> {
  // At once: neither waits for what the other finds.
  await Promise.all([
    addTotals(database, trajectory.openedAt, steps, 1),
    appendRows(database, trajectory.id, rowsOf(trajectory, steps)),
  ]);
}

async function appendRows(database: Database, trajectory: string, rows: readonly OpenStep[]): Promise<void> {
  const [from, to] = all(trajectory).open;
  const open = database.openSteps.where("[trajectory+n]").between(from, to);
  const before = await open.count();
  if (rows.length < together && before + rows.length < chunkSize) {
    await database.openSteps.bulkAdd(rows);
    return;
  }
  // What was open comes before, so that chunks always hold the earlier numbers.
  await database.chunks.bulkAdd(chunksOf(before > 0 ? [...(await open.toArray()), ...rows] : rows));
  if (before > 0) await open.delete();
}

/** One chunk a tool and day; at most 256 steps each. Rows come in the order of their numbers. */
function chunksOf(rows: readonly OpenStep[]): Chunk[] {
  const chunks: Chunk[] = [];
  const groups = Map.groupBy(rows, ({ tool, day }) => `${tool} ${day}`);
  for (const group of groups.values()) {
    for (let from = 0; from < group.length; from += chunkSize) {
      const part = group.slice(from, from + chunkSize);
      const { trajectory, tool, day, n } = part[0]!;
      const lines = encoder.encode(part.map(({ line }) => `${line}\n`).join(""));
      chunks.push({ trajectory, tool, day, first: n, last: part.at(-1)!.n, count: part.length, lines });
    }
  }
  return chunks;
}

/** Adds to (or with -1 takes from) the totals by day, tool and kind. */
export async function addTotals(
  database: Database,
  openedAt: number,
  steps: readonly NumberedStep[],
  sign: 1 | -1,
): Promise<void> {
  const dayOf = createDayOf();
  const days = Map.groupBy(steps, ({ step }) => `${dayOf(openedAt + step.at)} ${step.tool}`);
  for (const [key, group] of days) {
    const [day, tool] = key.split(" ") as [string, string];
    const rows = await database.totals
      .where("[day+tool+kind]")
      .between([day, tool, ""], [day, tool, "\uffff"])
      .toArray();
    const before = new Map(rows.map(({ kind, count }) => [kind, count]));
    const kinds = Map.groupBy(group, ({ step }) => step.kind);
    const after = [...kinds].map(([kind, { length }]): Total => {
      return { day, tool, kind, count: (before.get(kind) ?? 0) + sign * length };
    });
    const gone = after.filter(({ count }) => count <= 0);
    await database.totals.bulkPut(after.filter(({ count }) => count > 0));
    if (gone.length > 0)
      await database.totals.bulkDelete(
        gone.map(({ kind }) => [day, tool, kind] as [string, string, KindName]),
      );
  }
}

/** Replaces all steps of a trajectory; the totals are the caller's. */
export async function replaceSteps(
  database: Database,
  trajectory: { id: string; openedAt: number },
  steps: readonly NumberedStep[],
): Promise<void> {
  const ranges = all(trajectory.id);
  await database.chunks
    .where("[trajectory+first+tool]")
    .between(...ranges.chunks)
    .delete();
  await database.openSteps
    .where("[trajectory+n]")
    .between(...ranges.open)
    .delete();
  await database.chunks.bulkPut(chunksOf(rowsOf(trajectory, steps)));
}
