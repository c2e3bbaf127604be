// The four sets of records: as they are stored, and as they leave.
import { appendFileSync, writeFileSync } from "node:fs";
import type { PublishedTool } from "../../lib/anonymize/index.ts";
import { wordless } from "../../lib/anonymize/words.ts";
import { leavesAt } from "../../lib/shipping/leaves-at.ts";
import type { Sample } from "./attack/attack.ts";
import { mouseFile, readMouse, readText, readTyping, typingFile } from "./data.ts";
import { recordMoves } from "./feed/mouse.ts";
import { type Recorded, recordTyping } from "./feed/typing.ts";
import type { Habit } from "./population/people.ts";
import { type Company, type Done, simulate } from "./population/population.ts";
import { catalogueOf } from "./population/tasks.ts";
import { rareTools, tools } from "./population/tools.ts";
import { close, ship } from "./ship.ts";
import { createUse, type Use } from "./use.ts";

/** What one set is attacked as. */
export interface RecordSet {
  raw: Sample[];
  shipped: Sample[];
  /** Only what was done: population B's own task labels. */
  labels?: Sample[];
  /** What remains useful, as shares. */
  use?: Record<string, number>;
}

const unpublished: PublishedTool = { tool: null, vocabulary: null };

function setOf(recorded: readonly Recorded[], week: string): RecordSet {
  const closed = recorded.map((one) => ({ ...one, stored: close(one.steps) }));
  const published = () => unpublished;
  return {
    raw: closed.map(({ person, session, stored }) => ({ person, session, record: { steps: stored.steps } })),
    shipped: closed.flatMap(({ person, session, stored }, n) => {
      const upload = ship(stored, { seed: `${n}`, week, published });
      if (!upload) return [];
      const { numbers: _, ...record } = upload;
      return [{ person, session, record }];
    }),
  };
}

/** Every `nth` repetition of a person, so that a quick run has all sessions. */
export async function typingSet(folder: string, nth: number): Promise<RecordSet> {
  const repetitions = readTyping(readText(folder, typingFile));
  return setOf(await recordTyping(repetitions.filter((_, n) => n % nth === 0)), "2026-W45");
}

export async function mouseSet(folder: string): Promise<RecordSet> {
  return setOf(await recordMoves(readMouse(readText(folder, mouseFile))), "2026-W45");
}

const known = new Map([...tools, ...rareTools].map((tool) => [tool.id, tool]));
const catalogues = new Map(tools.map((tool) => [tool.id, catalogueOf(tool)]));
const minute = 60_000;
const day = 24 * 60 * minute;
/** A stretch of work is over after this long without a step; then the review window begins. */
const idle = 5 * minute;
const reviewed = day;

/** Shipments as the collector gets them: with their size and the moment at which they came. */
export function populationSet(company: Company): RecordSet {
  const [raw, shipped, labels]: [Sample[], Sample[], Sample[]] = [[], [], []];
  const use = createUse();
  for (const done of simulate(company)) {
    const { person, session, stored } = done;
    raw.push({ person, session, record: { openedAt: stored.openedAt % day, steps: stored.steps } });
    const upload = arrived(done, use);
    if (!upload) continue;
    shipped.push({ person, session, record: upload.record });
    labels.push({ person, session, record: { steps: upload.steps } });
  }
  return { raw, shipped, labels, use: use.figures() };
}

/** With the tasks that its steps are of, as steps of their own, so that the same attackers can be used. */
function arrived(
  { person, session, stored, said, taskOf, delay }: Done,
  use: Use,
): { record: object; steps: object[] } | null {
  const closedAt = stored.openedAt + (stored.steps.at(-1)?.step.at ?? 0) + idle;
  const upload = ship(stored, {
    seed: `${person} ${session}`,
    week: weekOf(closedAt),
    published: (tool) => known.get(tool)?.published ?? unpublished,
    wordsOf: (tool) => known.get(tool)?.words ?? wordless,
    tasksOf: (tool) => catalogues.get(tool) ?? [],
    said,
  });
  if (!upload) return null;
  use.add(stored, upload);
  const { numbers, ...left } = upload;
  const at = leavesAt(closedAt, { window: reviewed, part: delay, dayBegan: (at) => at - (at % day) });
  const arrival = { weekday: Math.floor(at / day) % 7, minute: Math.round((at % day) / minute) };
  const ats = new Map(stored.steps.map(({ n, step }) => [n, step.at]));
  const tasks = new Set(numbers.map((n) => taskOf(ats.get(n)!)));
  return { record: { ...left, arrival }, steps: [...tasks].map((task) => ({ task })) };
}

/** The weeks of the simulation: its first Monday begins week 45. */
const weekOf = (at: number): string => `2026-W${45 + Math.floor((at - Date.UTC(2026, 10, 2)) / (7 * day))}`;

/** Population A with people who differ in these habits only. */
export const populationOf = (differs: readonly Habit[], people: number, each: number): RecordSet =>
  populationSet({ people, each, differs, mix: "alike", seed: 11 });

/** What ships, one object a line, with the label that only the referee may have. */
export function emit(file: string, samples: readonly Sample[]): void {
  writeFileSync(file, "");
  for (let from = 0; from < samples.length; from += 500) {
    const some = samples.slice(from, from + 500);
    const lines = some.map(({ person, session, record }) =>
      JSON.stringify({ user: person, session, ...record }),
    );
    appendFileSync(file, `${lines.join("\n")}\n`);
  }
}
