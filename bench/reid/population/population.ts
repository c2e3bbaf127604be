// A company of simulated employees, and all that they do in four weeks, in the order of time.

import { leavesTogether } from "../../../lib/anonymize/together.ts";
import { switchNames } from "../../../schemas/step.ts";
import type { TaskMark } from "../../../schemas/task.ts";
import { createRandom, type Random } from "../../capture/random.ts";
import type { Stored } from "../ship.ts";
import { type Habit, habits, makePerson, type Person } from "./people.ts";
import { entryOf, type Goal, rareTask, tasks } from "./tasks.ts";
import { rareTools } from "./tools.ts";
import { work } from "./work.ts";

export interface Company {
  people: number;
  /** Trajectories of each person. */
  each: number;
  differs?: readonly Habit[];
  /** `alike`: all do the same mix of tasks. `own`: each has a mix of their own, and rare tools. */
  mix: "alike" | "own";
  seed: number;
}

/** What happened, with what only the simulation knows: who it was and what they were doing. */
export interface Done {
  person: string;
  /** Which of the person's trajectories. */
  session: number;
  stored: Stored;
  /** What the person says that it was. */
  said: TaskMark | undefined;
  /** What was being done at this moment of the trajectory. */
  taskOf: (at: number) => string;
  /** How long after its review a shipment leaves, in days: drawn anew for each. */
  delay: number;
}

const day = 24 * 3_600_000;
const hour = 3_600_000;
/** A Monday at midnight. */
const begins = Date.UTC(2026, 10, 2);
const workdays = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11, 14, 15, 16, 17, 18, 21, 22, 23, 24, 25];
/** As often a trajectory goes through a rare tool, for who uses one at all. */
const rarely = 0.1;

/** Those of the company who agreed to all that leaves together; of the others nothing comes. */
export function* simulate({ people, each, differs = habits, mix, seed }: Company): Generator<Done> {
  for (let n = 0, agreed = 0; agreed < people; n++) {
    // Of its own: one person more does not change the others.
    const random = createRandom(seed * 7919 + n);
    const person = makePerson(`p${String(n).padStart(3, "0")}`, new Set(differs), random);
    const switches = [...person.kinds, ...(person.outlines ? (["outlines"] as const) : [])];
    if (!leavesTogether(switches, switchNames)) continue;
    agreed++;
    const weights = mix === "own" ? dirichlet(tasks.length, random) : tasks.map(() => 1 / tasks.length);
    const rare =
      mix === "own" ? Array.from({ length: random.below(3) }, () => random.below(rareTools.length)) : [];
    const moments = Array.from({ length: each }, () => momentOf(person, random)).sort((a, b) => a - b);
    for (const [session, openedAt] of moments.entries()) {
      const chosen = chooseTasks(person, { weights, rare, random });
      const { stored, began } = work(person, { goals: chosen.map(({ goals }) => goals), openedAt, random });
      const taskOf = (at: number) => chosen[began.findLastIndex((from) => from <= at + 1)]!.name;
      const said = saidOf(person, chosen.at(-1)!, random);
      yield { person: person.name, session, taskOf, stored, said, delay: random.next() };
    }
  }
}

function momentOf({ hour: usual }: Person, random: Random): number {
  const around = usual + 4 * (random.next() + random.next() - 1);
  return begins + random.pick(workdays)! * day + Math.max(0, Math.min(23.9, around)) * hour;
}

interface Chosen {
  name: string;
  goals: readonly Goal[];
}

function chooseTasks(
  person: Person,
  { weights, rare, random }: { weights: readonly number[]; rare: readonly number[]; random: Random },
): Chosen[] {
  const count = 1 + poisson(person.tasks - 1, random);
  const chosen = Array.from({ length: count }, (): Chosen => {
    const task = draw(weights, random);
    return { name: `task ${task}`, goals: tasks[task]! };
  });
  const rarities = rare.length > 0 && random.next() < rarely ? [random.pick(rare)!] : [];
  return [
    ...chosen,
    ...rarities.map((tool) => ({ name: `rare ${tool}`, goals: rareTask(rareTools[tool]!.key) })),
  ];
}

/** How it ended is the work's: the same chances for all. */
function saidOf({ tellsTask }: Person, { name }: Chosen, random: Random): TaskMark | undefined {
  const [says, ended] = [random.next() < tellsTask, random.next()];
  const entry = entryOf(name);
  if (!says || !entry) return undefined;
  const outcome = ended < 0.8 ? "done" : ended < 0.9 ? "partly" : ended < 0.96 ? "gave-up" : "unknown";
  return { ...entry, outcome, said: "started" };
}

function draw(weights: readonly number[], random: Random): number {
  let left = random.next();
  for (const [at, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return at;
  }
  return weights.length - 1;
}

/** All mixes are equally likely. */
function dirichlet(length: number, random: Random): number[] {
  const drawn = Array.from({ length }, () => -Math.log(1 - random.next()));
  const sum = drawn.reduce((all, one) => all + one, 0);
  return drawn.map((one) => one / sum);
}

/** Knuth's way: good for small means. */
function poisson(mean: number, random: Random): number {
  const limit = Math.exp(-mean);
  let count = -1;
  for (let product = 1; product > limit; product *= random.next()) count++;
  return Math.max(0, count);
}
