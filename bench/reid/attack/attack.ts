// All attackers on one set of records: early sessions are learned, late ones are traced. The best of them counts.
import { createRandom } from "../../capture/random.ts";
import { atLeastByChance } from "./binomial.ts";
import type { Classifier } from "./classifier.ts";
import { createFlattener } from "./features.ts";
import { trainForest } from "./forest.ts";
import { trainDiscriminants } from "./lda.ts";
import { type Judged, judge, softened } from "./linked.ts";
import { type Rows, trainDetector } from "./manhattan.ts";
import { measure, type Sources } from "./matrix.ts";
import { placed } from "./positions.ts";
import { trainSequences } from "./sequence.ts";
import { wordsOf } from "./words.ts";

/** One record that the attacker has, with what only the referee knows: whose it is. */
export interface Sample {
  person: string;
  /** Orders a person's records in time. */
  session: number;
  record: object;
}

export const attackers = ["manhattan", "discriminants", "forest", "sequence", "together"] as const;
export type Attacker = (typeof attackers)[number];

/** Of the best attacker, which need not be the same for both. */
export interface Outcome {
  linked: number;
  rank1: number;
  rank1By: Attacker;
  eer: number;
  eerBy: Attacker;
  decisions: number;
  /** How likely so many right guesses are at twice the chance. */
  p: number;
}

export interface Attacked {
  people: number;
  samples: number;
  outcomes: Outcome[];
  /** The measures that tell people apart best. */
  telling: string[];
}

export interface AttackOptions {
  linked?: readonly number[];
  which?: readonly Attacker[];
  /** Leaves out measures by name. */
  keep?: (name: string) => boolean;
  mostMeasures?: number;
  seed?: number;
}

/** A number that has more values than this is a measure and no name. */
const mostNames = 200;

/** Everything that is asked of records before anybody is told apart by it: done once for several attacks. */
export interface Prepared {
  samples: readonly Sample[];
  names: string[];
  words: string[][];
  sources: Sources;
}

export function prepare(samples: readonly Sample[], learned = 0.6): Prepared {
  const names = [...new Set(samples.map(({ person }) => person))];
  const numbers = new Map(names.map((name, n) => [name, n]));
  const flattener = createFlattener();
  const words = samples.map(({ record }) => wordsOf(record));
  const flats = samples.map(({ record }, n) => flattener.flatten(record, words[n]!));
  flattener.nameNumbers(flats, mostNames);
  const sources = {
    flats,
    nameOf: flattener.nameOf,
    placed: placed(samples.map(({ record }) => record)),
    training: [...earliest(samples, learned)],
    labels: samples.map(({ person }) => numbers.get(person)!),
    people: names.length,
  };
  return { samples, names, words, sources };
}

export function attack(prepared: Prepared, options: AttackOptions = {}): Attacked {
  const { linked = [1, 5, 20], which = attackers, mostMeasures = 250, seed = 1, keep } = options;
  const { samples, names, words, sources } = prepared;
  const { training: early, labels, people } = sources;
  const learned = new Set(early);
  const late = samples.flatMap((_, n) => (learned.has(n) ? [] : [n]));
  const { rows, names: telling } = measure(sources, mostMeasures, keep);
  const known = { rows: early.map((n) => rows[n]!), labels: early.map((n) => labels[n]!), people };
  const scoresOf = (classify: Classifier) => late.map((n) => classify(rows[n]!));
  const trace: Record<Exclude<Attacker, "together">, () => Float64Array[]> = {
    manhattan: () => scoresOf(detectors(known.rows, known.labels, people)),
    discriminants: () => scoresOf(trainDiscriminants(known)).map(softened),
    forest: () => scoresOf(trainForest(known, { seed })).map(softened),
    sequence: () => {
      const classify = trainSequences({ ...known, words: early.map((n) => words[n]!) });
      return late.map((n) => classify(words[n]!));
    },
  };
  // The last adds up what the two best kinds of attackers found.
  const together = () => {
    const [first, second] = [rowsOf("discriminants"), rowsOf("forest")];
    return first.map((row, n) => row.map((fit, person) => fit + second[n]![person]!));
  };
  const made = new Map<Attacker, Float64Array[]>();
  const rowsOf = (attacker: Attacker): Float64Array[] => {
    const known = made.get(attacker) ?? (attacker === "together" ? together() : trace[attacker]());
    made.set(attacker, known);
    return known;
  };
  const truth = late.map((n) => labels[n]!);
  const found = which.map((attacker) => {
    const scores = { people, rows: rowsOf(attacker), truth };
    return { attacker, judged: linked.map((k) => judge(scores, k, createRandom(seed))) };
  });
  const outcomes = linked.map((k, at) =>
    best(
      found.map(({ attacker, judged }) => ({ attacker, ...judged[at]! })),
      k,
      names.length,
    ),
  );
  return { people, samples: samples.length, outcomes, telling: telling.slice(0, 20) };
}

function best(found: readonly (Judged & { attacker: Attacker })[], linked: number, people: number): Outcome {
  const first = found.toSorted((a, b) => b.rank1 - a.rank1)[0]!;
  const least = found.toSorted((a, b) => a.eer - b.eer)[0]!;
  const p = atLeastByChance(Math.round(first.rank1 * first.decisions), first.decisions, 2 / people);
  return {
    linked,
    rank1: first.rank1,
    rank1By: first.attacker,
    eer: least.eer,
    eerBy: least.attacker,
    decisions: first.decisions,
    p,
  };
}

/** Positions of each person's earliest samples; a session is not torn apart, where there are several. */
export function earliest(samples: readonly Sample[], part: number): Set<number> {
  const own = Map.groupBy(samples.keys(), (n) => samples[n]!.person);
  return new Set(
    [...own.values()].flatMap((mine) => {
      const sessions = [...new Set(mine.map((n) => samples[n]!.session))].sort((a, b) => a - b);
      const known = new Set(sessions.slice(0, Math.max(1, Math.round(sessions.length * part))));
      return mine.filter((n) => known.has(samples[n]!.session));
    }),
  );
}

/** How little a row is like each person's own, of whom each has a detector. */
function detectors(rows: Rows, labels: readonly number[], people: number): Classifier {
  const own = Array.from({ length: people }, (_, person) =>
    trainDetector(rows.filter((_, n) => labels[n] === person)),
  );
  return (row) => Float64Array.from(own, (detect) => -detect(row));
}
