// Measures of all records as rows of numbers: the ones that tell the learned people apart best.
import type { Flat } from "./features.ts";

export interface Measured {
  names: string[];
  rows: Float32Array[];
}

export interface Sources {
  flats: readonly Flat[];
  /** Values by exact path; a path counts where nearly every record has it. */
  positions: readonly ReadonlyMap<string, number>[];
  /** The records that are learned from, and whose they are. */
  training: readonly number[];
  labels: readonly number[];
  people: number;
}

/** In fewer of the learned records than this part a value says nothing of a person. */
const leastShare = 0.003;
/** A position counts where this part of the learned records has it. */
const nearlyAll = 0.9;
const quantiles = [0.1, 0.25, 0.5, 0.75, 0.9];

/** At most so many columns, chosen on the learned records only: between people against within them (F ratio). */
export function measure(sources: Sources, most: number): Measured {
  const columns = [...countColumns(sources), ...numberColumns(sources), ...positionColumns(sources)];
  const ranked = columns
    .map((column) => ({ ...column, worth: ratio(column.values, sources) }))
    .filter(({ worth }) => Number.isFinite(worth) && worth > 0)
    .sort((a, b) => b.worth - a.worth || (a.name < b.name ? -1 : 1))
    .slice(0, most);
  const rows = sources.flats.map((_, n) => Float32Array.from(ranked, ({ values }) => values[n]!));
  return { names: ranked.map(({ name }) => name), rows };
}

interface Column {
  name: string;
  values: Float32Array;
}

function* countColumns({ flats, training }: Sources): Generator<Column> {
  const seen = new Map<string, number>();
  for (const n of training)
    for (const name of flats[n]!.counts.keys()) seen.set(name, (seen.get(name) ?? 0) + 1);
  const least = Math.max(2, leastShare * training.length);
  for (const [name, records] of seen) {
    if (records < least) continue;
    const values = Float32Array.from(flats, ({ counts }) => counts.get(name) ?? 0);
    yield { name, values };
  }
}

function* numberColumns({ flats, training }: Sources): Generator<Column> {
  const paths = new Set(training.flatMap((n) => [...flats[n]!.numbers.keys()]));
  for (const path of paths) {
    const sorted = flats.map(({ numbers }) => Float64Array.from(numbers.get(path) ?? []).sort());
    const column = (name: string, of: (values: Float64Array) => number): Column => ({
      name: `${path}:${name}`,
      values: Float32Array.from(sorted, (values) => (values.length === 0 ? -1 : of(values))),
    });
    const mean = (values: Float64Array) => values.reduce((sum, one) => sum + one, 0) / values.length;
    yield column("mean", mean);
    yield column("spread", (values) => {
      const middle = mean(values);
      return Math.sqrt(values.reduce((sum, one) => sum + (one - middle) ** 2, 0) / values.length);
    });
    for (const part of quantiles)
      yield column(`q${part}`, (values) => values[Math.round(part * (values.length - 1))]!);
  }
}

function* positionColumns({ positions, training }: Sources): Generator<Column> {
  const seen = new Map<string, number>();
  for (const n of training)
    for (const path of positions[n]!.keys()) seen.set(path, (seen.get(path) ?? 0) + 1);
  for (const [path, records] of seen) {
    if (records < nearlyAll * training.length) continue;
    const values = Float32Array.from(positions, (held) => held.get(path) ?? -1);
    yield { name: `@${path}`, values };
  }
}

/** Variance of the people's means over the variance within them. */
function ratio(values: Float32Array, { training, labels, people }: Sources): number {
  const [sums, counts] = [new Float64Array(people), new Float64Array(people)];
  let [total, squares] = [0, 0];
  for (const n of training) {
    const value = values[n]!;
    sums[labels[n]!]! += value;
    counts[labels[n]!]!++;
    total += value;
    squares += value * value;
  }
  const between = sums.reduce((all, sum, at) => all + (counts[at]! > 0 ? sum ** 2 / counts[at]! : 0), 0);
  const within = squares - between;
  const over = between - total ** 2 / training.length;
  // Told apart by nothing else than this, or the same for all.
  return over <= 1e-9 ? 0 : over / Math.max(within, 1e-6);
}
