// The bounds of the issue, and the figures for the one line of JSON. Pure.
import { kindNames } from "../../schemas/step.ts";
import type { Vocabulary } from "../../schemas/vocabulary.ts";
import { plantedIn } from "./planted.ts";
import type { ToolResult } from "./run-tool.ts";
import { isPerfect, type KindFigures, share, tally } from "./tally.ts";

export interface Sums {
  kinds: ReadonlyMap<string, KindFigures>;
  acts: number;
  /** Acts in frames out of scope, and steps recorded in such frames. */
  actsOutside: number;
  stepsOutside: number;
  /** Distinct targets looked for after a reload, those found by some selector, and those left out. */
  again: { targets: number; right: number; byPath: number; left: number };
}

/** Acts that a whole run with vocabularies must make. */
export const fewestActs = 1000;
/** The same of a run in Firefox. */
export const fewestInFirefox = 300;
/** Share of the targets that must be found again after a reload. */
export const leastAgain = 0.99;
/** Share of the acted-on targets that must be named, in the tools whose vocabularies are reviewed. */
export const leastNamed = 0.9;
const namedIn = ["node-red", "tiddlywiki"];

export function sumsOf(results: readonly ToolResult[]): Sums {
  const sum = (of: (one: ToolResult) => number) => results.reduce((total, one) => total + of(one), 0);
  return {
    kinds: results.reduce((sums, { pairs }) => tally(pairs, sums), new Map<string, KindFigures>()),
    acts: sum(({ ledger }) => ledger.acts),
    actsOutside: sum(({ ledger }) => ledger.actsOutside),
    stepsOutside: sum(({ stepsOutside }) => stepsOutside),
    again: {
      targets: sum(({ again }) => again.targets),
      right: sum(({ again }) => again.right),
      byPath: sum(({ again }) => again.byPath),
      left: sum(({ again }) => Object.values(again.left).reduce((total, count) => total + count, 0)),
    },
  };
}

/** What does not hold, in words; nothing where all does. Without a fewest number of acts not all must be done. */
export function broken({ kinds, acts, actsOutside, stepsOutside, again }: Sums, fewest: number): string[] {
  const bounded = fewest > 0;
  const found: string[] = [];
  for (const [kind, one] of kinds) {
    if (!(kindNames as readonly string[]).includes(kind)) found.push(`${kind} has no recorder`);
    else if (!isPerfect(one)) found.push(`${kind} is not 1.00`);
  }
  for (const kind of kindNames)
    if (bounded && !kinds.get(kind)?.expected) found.push(`nothing was done of kind ${kind}`);
  if (acts < fewest) found.push(`${acts} acts, at least ${fewest} are due`);
  if (actsOutside === 0) found.push("nothing was done out of scope");
  if (stepsOutside > 0) found.push(`${stepsOutside} steps out of scope`);
  const again99 = again.targets > 0 && again.right >= again.targets * leastAgain;
  if (bounded && !again99)
    found.push(`after a reload ${again.right} of ${again.targets} targets are found by some selector`);
  return found;
}

/** Of one pass, by its own vocabularies; without any, what is found after a reload is only reported. */
export function brokenInPass(
  results: readonly ToolResult[],
  vocabularies: ReadonlyMap<string, Vocabulary>,
  fewest: number,
): string[] {
  const found = broken(sumsOf(results), fewest);
  // A part of the acts says too little of how much is named.
  if (vocabularies.size === 0 || fewest < fewestActs) return found;
  for (const { name, names } of results)
    if (namedIn.includes(name) && names.named < names.targets * leastNamed)
      found.push(`${name}: ${names.named} of ${names.targets} targets are named`);
  for (const [name, vocabulary] of vocabularies) {
    const words = plantedIn(JSON.stringify(vocabulary));
    if (words.length > 0) found.push(`the vocabulary of ${name} holds data: ${words.join(", ")}`);
  }
  return found;
}

const rounded = (value: number): number => Math.floor(value * 10_000) / 10_000;

/** The figures of each kind, as the JSON line has them. */
const kindLine = (kinds: Sums["kinds"]): Record<string, object> =>
  Object.fromEntries(
    [...kinds].map(([kind, one]) => [
      kind,
      {
        due: one.expected,
        recorded: one.recorded,
        recall: rounded(share(one.matched, one.expected)),
        precision: rounded(share(one.matched, one.recorded)),
        target: rounded(share(one.rightTarget, one.matched)),
        measures: rounded(share(one.rightMeasures, one.matched)),
      },
    ]),
  );

/** The figures of one pass. */
export function lineOf(results: readonly ToolResult[]): object {
  const { kinds, again, ...rest } = sumsOf(results);
  return {
    ...rest,
    kinds: kindLine(kinds),
    again: { ...again, share: rounded(share(again.right, again.targets)) },
    named: Object.fromEntries(
      results.map(({ name, names }) => [name, rounded(share(names.named, names.targets))]),
    ),
  };
}
