// Measures of all records as rows of numbers: the ones that tell the learned people apart best.
import type { Flat } from "./features.ts";
import type { Placed } from "./positions.ts";

export interface Measured {
  names: string[];
  rows: Float32Array[];
}

export interface Sources {
  flats: readonly Flat[];
  nameOf: (id: number) => string;
  placed: Placed;
  /** The records that are learned from, and whose each record is. */
  training: readonly number[];
  labels: readonly number[];
  people: number;
}

/** In fewer of the learned records than this part a value says nothing of a person. */
const leastShare = 0.003;
const quantiles = [0.1, 0.25, 0.5, 0.75, 0.9];

interface Candidate {
  name: string;
  worth: number;
  values: () => Float32Array;
}

/**
 * At most so many columns, chosen on the learned records only, by how much people differ in them against how much
 * each differs from day to day (F ratio). `keep` leaves some out by name.
 */
export function measure(
  sources: Sources,
  most: number,
  keep: (name: string) => boolean = () => true,
): Measured {
  const candidates = [...countColumns(sources, keep), ...numberColumns(sources, keep)];
  candidates.push(...placeColumns(sources, keep));
  const ranked = candidates
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth || (a.name < b.name ? -1 : 1))
    // Exactly as telling as the one before: the same under another name.
    .filter(({ worth }, at, all) => at === 0 || all[at - 1]!.worth - worth > 1e-12 * worth)
    .slice(0, most);
  const columns = ranked.map(({ values }) => values());
  const rows = sources.flats.map((_, n) => Float32Array.from(columns, (values) => values[n]!));
  return { names: ranked.map(({ name }) => name), rows };
}

interface Sums {
  records: number;
  squares: number;
  own: Float64Array;
}

/** Most values are in few records: they are summed without a column for each. */
function countColumns(sources: Sources, keep: (name: string) => boolean): Candidate[] {
  const { flats, training, labels, people, nameOf } = sources;
  const all = new Map<number, Sums>();
  for (const n of training)
    for (const [id, count] of flats[n]!.counts) {
      let sums = all.get(id);
      if (!sums) {
        sums = { records: 0, squares: 0, own: new Float64Array(people) };
        all.set(id, sums);
      }
      sums.records++;
      sums.squares += count * count;
      sums.own[labels[n]!]! += count;
    }
  const sizes = sizesOf(sources);
  const least = Math.max(2, leastShare * training.length);
  return [...all].flatMap(([id, { records, squares, own }]) => {
    const name = nameOf(id);
    if (records < least || !keep(name)) return [];
    const values = () => Float32Array.from(flats, ({ counts }) => counts.get(id) ?? 0);
    return [{ name, worth: ratio(own, squares, sizes), values }];
  });
}

function* numberColumns(sources: Sources, keep: (name: string) => boolean): Generator<Candidate> {
  const { flats, training, nameOf } = sources;
  for (const id of new Set(training.flatMap((n) => [...flats[n]!.numbers.keys()]))) {
    const path = nameOf(id);
    if (!keep(path)) continue;
    const columns = Array.from({ length: quantiles.length + 2 }, () =>
      new Float32Array(flats.length).fill(-1),
    );
    flats.forEach(({ numbers }, n) => {
      const held = numbers.get(id);
      if (!held) return;
      const sorted = Float64Array.from(held).sort();
      const mean = sorted.reduce((sum, one) => sum + one, 0) / sorted.length;
      const spread = Math.sqrt(sorted.reduce((sum, one) => sum + (one - mean) ** 2, 0) / sorted.length);
      const parts = quantiles.map((part) => sorted[Math.round(part * (sorted.length - 1))]!);
      [mean, spread, ...parts].forEach((value, at) => {
        columns[at]![n] = value;
      });
    });
    const titles = ["mean", "spread", ...quantiles.map((part) => `q${part}`)];
    for (const [at, values] of columns.entries())
      yield { name: `${path}:${titles[at]}`, worth: worthOf(values, sources), values: () => values };
  }
}

function* placeColumns(sources: Sources, keep: (name: string) => boolean): Generator<Candidate> {
  for (const [at, name] of sources.placed.names.entries()) {
    if (!keep(name)) continue;
    const values = Float32Array.from(sources.placed.rows, (row) => row[at]!);
    yield { name, worth: worthOf(values, sources), values: () => values };
  }
}

const sizesOf = ({ training, labels, people }: Sources): Float64Array => {
  const sizes = new Float64Array(people);
  for (const n of training) sizes[labels[n]!]!++;
  return sizes;
};

function worthOf(values: Float32Array, sources: Sources): number {
  const own = new Float64Array(sources.people);
  let squares = 0;
  for (const n of sources.training) {
    own[sources.labels[n]!]! += values[n]!;
    squares += values[n]! ** 2;
  }
  return ratio(own, squares, sizesOf(sources));
}

/** Variance of the people's means over the variance within them, from sums. */
function ratio(own: Float64Array, squares: number, sizes: Float64Array): number {
  const total = own.reduce((sum, one) => sum + one, 0);
  const size = sizes.reduce((sum, one) => sum + one, 0);
  const between = own.reduce((sum, one, at) => sum + (sizes[at]! > 0 ? one ** 2 / sizes[at]! : 0), 0);
  const over = between - total ** 2 / size;
  return over <= 1e-6 * squares ? 0 : over / Math.max(squares - between, 1e-6 * squares);
}
