// Steps for a person to look at: parsed as this extension wrote them, not held against the schema row by row.
import type { Tombstone } from "../../schemas/deletion.ts";
import type { NumberedStep, TrajectoryHead } from "../../schemas/trajectory.ts";
import type { Database } from "./database.ts";
import { chunksOf, openOf } from "./read.ts";
import { means } from "./visible.ts";

const decoder = new TextDecoder();

/** A line holds no line break of its own, so that a chunk is one array to the parser: faster than line by line. */
export const stepsOfLines = (lines: Uint8Array): NumberedStep[] => stepsOf(decoder.decode(lines).trimEnd());

const stepsOf = (text: string): NumberedStep[] =>
  JSON.parse(`[${text.replaceAll("\n", ",")}]`) as NumberedStep[];

/** A stored step, and whether a deletion that can still be undone hides it. */
export interface ShownStep extends NumberedStep {
  hidden: boolean;
}

/** All steps of a trajectory by number, at most two thousand; a strict reading is `readSteps`. */
export async function readShownSteps(database: Database, id: string): Promise<ShownStep[]> {
  const head = await database.trajectories.get(id);
  if (!head) return [];
  const [chunks, open, tombstones] = await Promise.all([
    chunksOf(database, id).toArray(),
    openOf(database, id).toArray(),
    database.tombstones.toArray(),
  ]);
  const steps = [
    ...chunks.flatMap(({ lines }) => stepsOfLines(lines)),
    ...stepsOf(open.map(({ line }) => line).join("\n")),
  ];
  return steps
    .sort((a, b) => a.n - b.n)
    .map((step) => ({ ...step, hidden: isHidden(step, head, tombstones) }));
}

/** Pure. */
export const isHidden = (
  { n, step }: NumberedStep,
  { id, openedAt }: Pick<TrajectoryHead, "id" | "openedAt">,
  tombstones: readonly Tombstone[],
): boolean =>
  tombstones.some((one) => means(one, { trajectory: id, n, at: openedAt + step.at, tool: step.tool }));
