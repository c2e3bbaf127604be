// Search over all stored steps by the words of their sentences: newest first, one chunk at a time, until it is stopped.
import type { Step } from "../../../../schemas/step.ts";
import type { NumberedStep, TrajectoryHead } from "../../../../schemas/trajectory.ts";
import type { Database } from "../../../store/database.ts";
import { chunksOf, openOf } from "../../../store/read.ts";
import { isHidden, stepsOfLines } from "../../../store/read-stored.ts";
import { readTombstones } from "../../../store/visible.ts";

export interface Hit {
  trajectory: string;
  n: number;
  step: Step;
  at: number;
}

export interface Found {
  hits: readonly Hit[];
  /** Steps that were looked at so far. */
  looked: number;
  /** When the trajectory that was looked at last began; null before the first. */
  back: number | null;
  over: boolean;
}

interface Search {
  /** All must be there. */
  words: readonly string[];
  /** The words of a step, in small letters: its sentence, its kind. They do not depend on when it was. */
  wordsOf: (step: Step) => string;
  /** The words of a day. */
  wordsOfDay: (at: number) => string;
  signal: AbortSignal;
}

/** As people write: in any case, without regard to the order. */
export const wordsIn = (text: string): string[] => text.toLocaleLowerCase().split(/\s+/).filter(Boolean);

/** Says how far it is after each trajectory. Holds one trajectory's chunks and the hits, whatever is stored. */
export async function* searchSteps(database: Database, search: Search): AsyncGenerator<Found> {
  const { signal } = search;
  const ids = await database.trajectories.orderBy("openedAt").reverse().primaryKeys();
  const tombstones = await readTombstones(database);
  const matches = matcher(search);
  let looked = 0;
  for (const [position, id] of ids.entries()) {
    const head = await database.trajectories.get(id);
    if (!head) continue;
    const hits: Hit[] = [];
    for await (const steps of piecesOf(database, id)) {
      if (signal.aborted) return;
      looked += steps.length;
      for (const one of steps) {
        const at = head.openedAt + one.step.at;
        if (matches(one.step, at) && !isHidden(one, head, tombstones)) hits.push(hitOf(head, one, at));
      }
    }
    hits.sort((a, b) => b.n - a.n);
    yield { hits, looked, back: head.openedAt, over: position === ids.length - 1 };
    if (signal.aborted) return;
  }
  if (ids.length === 0) yield { hits: [], looked, back: null, over: true };
}

const hitOf = ({ id }: TrajectoryHead, { n, step }: NumberedStep, at: number): Hit => ({
  trajectory: id,
  n,
  step,
  at,
});

/** Between two chunks the page can paint and hear the person. */
async function* piecesOf(database: Database, id: string): AsyncGenerator<NumberedStep[]> {
  const rows = await openOf(database, id).toArray();
  if (rows.length > 0) yield rows.map(({ line }) => JSON.parse(line) as NumberedStep);
  for (const { lines } of await chunksOf(database, id).toArray()) {
    yield stepsOfLines(lines);
    await new Promise((turn) => setTimeout(turn));
  }
}

/** So many different sentences are remembered with what they matched. */
const mostKnown = 20_000;

/** A million steps say a few thousand different things: each is put into words once. */
function matcher({ words, wordsOf, wordsOfDay }: Search): (step: Step, at: number) => boolean {
  const known = new Map<string, boolean>();
  const missing = (text: string) => words.filter((word) => !text.includes(word));
  let day = { from: 0, until: 0, lacks: [] as readonly string[] };
  return (step, at) => {
    if (at < day.from || at >= day.until) {
      const from = new Date(at).setHours(0, 0, 0, 0);
      const until = new Date(from).setDate(new Date(from).getDate() + 1);
      day = { from, until, lacks: missing(wordsOfDay(at)) };
      known.clear();
    }
    if (day.lacks.length === 0) return true;
    const says = sayingOf(step);
    let found = known.get(says);
    if (found === undefined) {
      const text = wordsOf(step);
      found = day.lacks.every((word) => text.includes(word));
      if (known.size >= mostKnown) known.clear();
      known.set(says, found);
    }
    return found;
  };
}

/** What a step's sentence depends on. */
function sayingOf(step: Step): string {
  const { kind, tool, route, target, onto } = step;
  const more = step.kind === "choose" ? step.option : step.kind === "switch" ? step.to : "";
  return `${kind} ${tool} ${route} ${target?.role} ${target?.name} ${onto?.role} ${onto?.name} ${more}`;
}
