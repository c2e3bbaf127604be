// What the person's pages read. Every function is a live query's body: it only reads.
import type { QueuedShipment } from "../../schemas/queue.ts";
import { type NumberedStep, numberedStepSchema, type TrajectoryHead } from "../../schemas/trajectory.ts";
import type { Database } from "./database.ts";

const decoder = new TextDecoder();

export const chunksOf = (database: Database, trajectory: string) =>
  database.chunks
    .where("[trajectory+first+tool]")
    .between([trajectory, -1, ""], [trajectory, Number.MAX_SAFE_INTEGER, "\uffff"]);
export const openOf = (database: Database, trajectory: string) =>
  database.openSteps.where("[trajectory+n]").between([trajectory, -1], [trajectory, Number.MAX_SAFE_INTEGER]);

/** All steps of a trajectory by number, closed chunks and open steps together. */
export async function readSteps(database: Database, trajectory: string): Promise<NumberedStep[]> {
  const chunks = await chunksOf(database, trajectory).toArray();
  const open = await openOf(database, trajectory).toArray();
  const lines = [
    ...chunks.flatMap((chunk) => decoder.decode(chunk.lines).split("\n").filter(Boolean)),
    ...open.map((step) => step.line),
  ];
  return lines.map((line) => numberedStepSchema.parse(JSON.parse(line))).sort((a, b) => a.n - b.n);
}

/** How many steps it has; none is parsed for it. */
export async function countSteps(database: Database, trajectory: string): Promise<number> {
  const chunks = await chunksOf(database, trajectory).toArray();
  const open = await openOf(database, trajectory).count();
  return chunks.reduce((sum, { count }) => sum + count, open);
}

/** Newest first. */
export const readTrajectories = (database: Database, limit: number): Promise<TrajectoryHead[]> =>
  database.trajectories.orderBy("openedAt").reverse().limit(limit).toArray();

export const readQueue = (database: Database): Promise<QueuedShipment[]> =>
  database.shipments.orderBy("readyAt").toArray();
