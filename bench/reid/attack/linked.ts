// Samples that are known to be of one person are judged together: their log-scores are summed.
import type { Random } from "../../capture/random.ts";
import { equalErrorRate } from "./eer.ts";

/** One row for each sample: how well it fits each person, as a logarithm. */
export interface Scores {
  people: number;
  rows: readonly ArrayLike<number>[];
  /** Whose each sample is. */
  truth: readonly number[];
}

export interface Judged {
  /** Mean over people of how often the best fit is the right person. */
  rank1: number;
  /** Mean over people. */
  eer: number;
  /** Decisions that share no sample. */
  decisions: number;
}

/** Groups of one person's samples are drawn so often anew; the figures are means over all. */
const draws = 4;

export function judge(scores: Scores, linked: number, random: Random): Judged {
  const { people, truth } = scores;
  const groups = groupsOf(scores, linked, random);
  const sums = groups.map(({ samples }) => sumOf(scores, samples));
  const hits = sums.map((sum, n) => hitOf(sum, groups[n]!.person));
  // Against the mean over all people, so that the fits of one person can be compared over groups.
  const fits = sums.map(relative);
  const rates: { rank1: number; eer: number }[] = [];
  for (let person = 0; person < people; person++) {
    const own = groups.flatMap((group, n) => (group.person === person ? [n] : []));
    if (own.length === 0) continue;
    const [genuine, impostor]: [number[], number[]] = [[], []];
    fits.forEach((fit, n) => {
      (groups[n]!.person === person ? genuine : impostor).push(-fit[person]!);
    });
    const hit = own.reduce((sum, n) => sum + hits[n]!, 0) / own.length;
    rates.push({ rank1: hit, eer: equalErrorRate(genuine, impostor) });
  }
  const once = new Set(truth).size === 0 ? 0 : countOnce(truth, linked);
  return { rank1: mean(rates.map((r) => r.rank1)), eer: mean(rates.map((r) => r.eer)), decisions: once };
}

interface Group {
  person: number;
  samples: number[];
}

function groupsOf({ truth, people }: Scores, linked: number, random: Random): Group[] {
  const groups: Group[] = [];
  const own: number[][] = Array.from({ length: people }, () => []);
  truth.forEach((person, n) => {
    own[person]!.push(n);
  });
  for (let draw = 0; draw < (linked > 1 ? draws : 1); draw++)
    own.forEach((samples, person) => {
      const mixed = shuffled(samples, random);
      for (let from = 0; from + linked <= mixed.length; from += linked)
        groups.push({ person, samples: mixed.slice(from, from + linked) });
    });
  return groups;
}

const countOnce = (truth: readonly number[], linked: number): number =>
  [...Map.groupBy(truth, (person) => person).values()].reduce(
    (sum, own) => sum + Math.floor(own.length / linked),
    0,
  );

function sumOf({ rows, people }: Scores, samples: readonly number[]): Float64Array {
  const sum = new Float64Array(people);
  for (const sample of samples) for (let at = 0; at < people; at++) sum[at]! += rows[sample]![at]!;
  return sum;
}

/** One of several that fit equally well is guessed: each has its share, so that knowing nothing is chance. */
function hitOf(sum: Float64Array, person: number): number {
  const best = Math.max(...sum);
  const ties = sum.filter((value) => value >= best - 1e-9).length;
  return sum[person]! >= best - 1e-9 ? 1 / ties : 0;
}

function relative(sum: Float64Array): Float64Array {
  const best = Math.max(...sum);
  const norm = best + Math.log(sum.reduce((all, value) => all + Math.exp(value - best), 0) / sum.length);
  return sum.map((value) => value - norm);
}

/** A copy in another order (Fisher and Yates). */
export function shuffled<T>(values: readonly T[], random: Random): T[] {
  const copy = [...values];
  for (let at = copy.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [copy[at], copy[other]] = [copy[other]!, copy[at]!];
  }
  return copy;
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Log-scores of each row as probabilities that are never quite zero: one odd sample does not decide for twenty. */
export function softened(row: ArrayLike<number>): Float64Array {
  const people = row.length;
  const best = Math.max(...Array.from(row));
  const odds = Float64Array.from(row, (value) => Math.exp(value - best));
  const sum = odds.reduce((all, value) => all + value, 0);
  return odds.map((value) => Math.log((0.98 * value) / sum + 0.02 / people));
}
