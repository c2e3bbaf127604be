// Steps come into the store: small rows for the open chunk, folded into lines of up to 256 when full.
import type { Step } from "../../schemas/step.ts";
import type { NumberedStep } from "../../schemas/trajectory.ts";
import { dayOf } from "../platform/clock.ts";
import type { Chunk, Database, OpenStep } from "./database.ts";

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

/** Adds numbered steps to an open trajectory. `openedAt` is milliseconds since the epoch. */
export async function appendSteps(
  database: Database,
  trajectory: { id: string; openedAt: number },
  steps: readonly NumberedStep[],
): Promise<void> {
  const rows = steps.map(
    ({ n, step }): OpenStep => ({
      trajectory: trajectory.id,
      n,
      tool: step.tool,
      day: dayOf(trajectory.openedAt + step.at),
      line: JSON.stringify({ n, step }),
    }),
  );
  await database.openSteps.bulkAdd(rows);
  await addTotals(database, trajectory.openedAt, steps, 1);
  const [from, to] = all(trajectory.id).open;
  const open = await database.openSteps.where("[trajectory+n]").between(from, to).toArray();
  if (open.length >= chunkSize) await fold(database, open);
}

async function fold(database: Database, open: readonly OpenStep[]): Promise<void> {
  await database.chunks.bulkPut(chunksOf(open));
  await database.openSteps.bulkDelete(open.map(({ trajectory, n }) => [trajectory, n] as [string, number]));
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
  const groups = Map.groupBy(steps, ({ step }) => `${dayOf(openedAt + step.at)} ${step.tool} ${step.kind}`);
  for (const [key, group] of groups) {
    const [day, tool, kind] = key.split(" ") as [string, string, Step["kind"]];
    const before = (await database.totals.get([day, tool, kind]))?.count ?? 0;
    const count = before + sign * group.length;
    if (count > 0) await database.totals.put({ day, tool, kind, count });
    else await database.totals.delete([day, tool, kind]);
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
  const rows = steps.map(({ n, step }) => ({
    trajectory: trajectory.id,
    n,
    tool: step.tool,
    day: dayOf(trajectory.openedAt + step.at),
    line: JSON.stringify({ n, step }),
  }));
  await database.chunks.bulkPut(chunksOf(rows));
}
