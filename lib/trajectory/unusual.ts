// "Not how I usually work": a stretch of a trajectory that stays here and never leaves.
import type { NumberedStep, TrajectoryHead } from "../../schemas/trajectory.ts";
import { takeBackReports } from "../step-reports/take-back.ts";
import { replaceSteps } from "../store/append.ts";
import type { Database } from "../store/database.ts";
import { mayHaveLeft } from "../store/may-have-left.ts";
import { countSteps, readSteps } from "../store/read.ts";
import { write } from "../store/writer.ts";
import { followSources } from "./clipboard-source.ts";
import type { MakeShipment } from "./close.ts";
import { isSameTask } from "./task.ts";

interface Stretch {
  id: string;
  /** Step numbers, both included. */
  from: number;
  to: number;
  unusual: boolean;
  make: MakeShipment;
}

/** `left`: it was marked here, but what it is of has left already. */
export type Marked = "marked" | "left" | "nothing";

/** Marks or unmarks the steps; what waits to leave is made anew without them. */
export async function markStretch(database: Database, stretch: Stretch): Promise<Marked> {
  const { id, from, to, unusual, make } = stretch;
  for (;;) {
    const head = await database.trajectories.get(id);
    if (!head) return "nothing";
    const before = await readSteps(database, id);
    const steps = before.map((one) => (one.n >= from && one.n <= to ? flagged(one, unusual) : one));
    if (steps.every((one, position) => one === before[position])) return "nothing";
    const shipments = await database.shipments.where({ trajectory: id }).toArray();
    const left = shipments.some(mayHaveLeft);
    const waiting = shipments.find((one) => one.state === "waiting" && !mayHaveLeft(one));
    const closes = head.closedAt !== undefined && !left && (waiting !== undefined || shipments.length === 0);
    const made = closes ? await make(head, steps, waiting) : null;
    const done = await write(database, async () => {
      if ((await countSteps(database, id)) !== before.length) return false;
      if (!isSameTask(await database.trajectories.get(id), head)) return false;
      const now = waiting && (await database.shipments.get(waiting.id));
      // Its sending began meanwhile: looked at anew, before anything is written.
      if (now && mayHaveLeft(now)) return false;
      await replaceSteps(database, head, steps);
      const marked = steps.filter((one, position) => one !== before[position]);
      if (unusual) await takeBackReports(database, id, marked);
      if (made) {
        await database.shipments.put(made.queued);
        if (made.key !== undefined) {
          const { id: shipment, week } = made.queued;
          await database.eraseKeys.put({ shipment, week, key: made.key });
        }
      } else if (waiting) {
        await database.shipments.delete(waiting.id);
        await database.eraseKeys.delete(waiting.id);
      }
      return true;
    });
    if (done) return left ? "left" : "marked";
  }
}

function flagged(one: NumberedStep, unusual: boolean): NumberedStep {
  if ((one.unusual === true) === unusual) return one;
  const { unusual: _, ...rest } = one;
  return unusual ? { ...rest, unusual: true } : rest;
}

/** The trajectory as it may leave: without what is marked, and without the state that a marked last step led to. Pure. */
export function withoutUnusual(
  head: TrajectoryHead,
  steps: readonly NumberedStep[],
): { head: TrajectoryHead; steps: NumberedStep[] } {
  const leaving = steps.filter(({ unusual }) => !unusual);
  if (leaving.length === steps.length) return { head, steps: [...steps] };
  const { lastOutline, ...rest } = head;
  const same = new Map(leaving.map(({ n }) => [n, n]));
  const stays = lastOutline !== undefined && !steps.at(-1)?.unusual;
  return { head: { ...rest, ...(stays && { lastOutline }) }, steps: followSources(leaving, same) };
}
