// The bounds of the issue, and the one line of JSON. Pure.
import { isPerfect, type KindFigures, share } from "./tally.ts";

export interface Sums {
  kinds: ReadonlyMap<string, KindFigures>;
  acts: number;
  /** Acts in frames out of scope, and steps recorded in such frames. */
  actsOutside: number;
  stepsOutside: number;
  /** Kinds that the build records. */
  recorders: readonly string[];
}

/** Acts that a whole run must make. */
export const fewestActs = 1000;

/** What does not hold, in words; nothing where all does. */
export function broken({ kinds, acts, actsOutside, stepsOutside, recorders }: Sums): string[] {
  const found: string[] = [];
  for (const [kind, one] of kinds) {
    if (!recorders.includes(kind)) found.push(`${kind} has no recorder`);
    else if (!isPerfect(one)) found.push(`${kind} is not 1.00`);
  }
  if (acts < fewestActs) found.push(`${acts} acts, at least ${fewestActs} are due`);
  if (actsOutside === 0) found.push("nothing was done out of scope");
  if (stepsOutside > 0) found.push(`${stepsOutside} steps out of scope`);
  return found;
}

const rounded = (value: number): number => Math.floor(value * 10_000) / 10_000;

/** The figures of each kind, as the JSON line has them. */
export const kindLine = (kinds: Sums["kinds"]): Record<string, object> =>
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
