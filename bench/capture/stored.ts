// The stored steps, read from the extension's database without its code. The function is sent to a page as text.
import { mergeMoves } from "../../lib/trajectory/moves.ts";
import type { NumberedStep } from "../../schemas/trajectory.ts";
import type { Recorded } from "./compare.ts";

export interface StoredRows {
  trajectories: { id: string; openedAt: number; closedAt?: number; closedBy?: string }[];
  openSteps: { trajectory: string; line: string }[];
  chunks: { trajectory: string; lines: string }[];
  tools: { id: string; pattern: string; removedAt?: number }[];
  dropped: { reason: string; count: number }[];
  /** `nodes` is JSON. */
  outlines: { hash: string; nodes: string }[];
}

/** Runs in a page of the extension. */
export async function readRows(): Promise<StoredRows> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((yes, no) => {
      request.onsuccess = () => yes(request.result);
      request.onerror = () => no(request.error);
    });
  const database = await done(indexedDB.open("tooltrail"));
  const all = async (table: string): Promise<unknown[]> => {
    if (!database.objectStoreNames.contains(table)) return [];
    const rows: object[] = await done(database.transaction(table).objectStore(table).getAll());
    return rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [
          key,
          value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
        ]),
      ),
    );
  };
  const rows: Record<string, unknown[]> = {};
  for (const table of ["trajectories", "openSteps", "chunks", "tools", "dropped", "outlines"])
    rows[table] = await all(table);
  database.close();
  return rows as unknown as StoredRows;
}

/** Steps of one tool in the order of time, with the time as epoch milliseconds. */
export function stepsOf(rows: StoredRows, tool: string): Recorded[] {
  const opened = new Map(rows.trajectories.map(({ id, openedAt }) => [id, openedAt]));
  const lines = [
    ...rows.openSteps.map(({ trajectory, line }) => ({ trajectory, line })),
    ...rows.chunks.flatMap(({ trajectory, lines }) =>
      lines
        .split("\n")
        .filter(Boolean)
        .map((line) => ({ trajectory, line })),
    ),
  ];
  return lines
    .map(({ trajectory, line }) => {
      const { step } = JSON.parse(line) as { step: Recorded & { tool: string } };
      return { ...step, at: step.at + (opened.get(trajectory) ?? 0) };
    })
    .filter((step) => step.tool === tool)
    .sort((a, b) => a.at - b.at);
}

/** Steps of a run as they are when their trajectory is closed: the two ends of a move are one step then. */
export function asClosed(steps: readonly Recorded[]): Recorded[] {
  const inTime = steps.toSorted((a, b) => a.at - b.at);
  const numbered = inTime.map((step, n) => ({ n, step }) as unknown as NumberedStep);
  return mergeMoves(numbered).map(({ n }) => inTime[n]!);
}
