// Every field of what is attacked becomes measures: how often each value and each pair of values that follow each
// other stands at a path, and for numbers their mean, spread and quantiles as well. Nothing is left out by name.
import { isMotion, motionOf } from "./motion.ts";

/** Counts by name, and all numbers of a path. */
export interface Flat {
  counts: Map<string, number>;
  numbers: Map<string, number[]>;
}

/** Page states repeat: what was flattened under this name once is taken again. */
export type Cache = Map<string, Flat>;

/** A list that is no longer than this keeps its positions, a longer one is pooled. */
const fixedLength = 4;

export function flatten(record: unknown, cache?: Cache): Flat {
  const flat: Flat = { counts: new Map(), numbers: new Map() };
  const last = new Map<string, string>();
  const leaf = (value: unknown, path: string): void => {
    if (typeof value === "number") {
      add(flat, path, [value]);
      return;
    }
    count(flat, `${path}=${String(value)}`);
    const before = last.get(path);
    if (before !== undefined) count(flat, `${path}=${before}>${String(value)}`);
    last.set(path, String(value));
  };
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      count(flat, `${path}#`, value.length);
      const fixed = value.length <= fixedLength && value.every((one) => typeof one !== "object");
      if (isMotion(value))
        for (const [name, values] of Object.entries(motionOf(value))) add(flat, `${path}~${name}`, values);
      value.forEach((one, at) => {
        walk(one, fixed ? `${path}[${at}]` : `${path}[]`);
      });
    } else if (typeof value === "object" && value !== null) {
      const hash = (value as { hash?: unknown; nodes?: unknown }).nodes
        ? (value as { hash?: unknown }).hash
        : undefined;
      if (cache && typeof hash === "string") merge(flat, cached(cache, hash, value, path));
      else for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
    } else leaf(value, path);
  };
  walk(record, "");
  return flat;
}

function cached(cache: Cache, hash: string, value: object, path: string): Flat {
  const known = cache.get(hash);
  if (known) return known;
  const { counts, numbers } = flatten(value);
  const prefixed = <T>(map: Map<string, T>) => new Map([...map].map(([key, one]) => [`${path}${key}`, one]));
  const made = { counts: prefixed(counts), numbers: prefixed(numbers) };
  cache.set(hash, made);
  return made;
}

function count({ counts }: Flat, name: string, by = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + by);
}

function merge(into: Flat, from: Flat): void {
  for (const [name, by] of from.counts) count(into, name, by);
  for (const [path, values] of from.numbers) add(into, path, values);
}

function add({ numbers }: Flat, path: string, values: readonly number[]): void {
  const held = numbers.get(path);
  if (held) held.push(...values);
  else numbers.set(path, [...values]);
}

/** Numbers of a path that has only a few of them are names as well, such as an index of a vocabulary. */
export function nameNumbers(flats: readonly Flat[], few: number): void {
  const values = new Map<string, Set<number>>();
  for (const { numbers } of flats)
    for (const [path, held] of numbers) {
      const known = values.get(path) ?? new Set();
      values.set(path, known);
      if (known.size <= few) for (const value of held) known.add(value);
    }
  for (const flat of flats)
    for (const [path, held] of flat.numbers) {
      if (values.get(path)!.size > few) continue;
      held.forEach((value, at) => {
        count(flat, `${path}=${value}`);
        if (at > 0) count(flat, `${path}=${held[at - 1]}>${value}`);
      });
    }
}

/** Paths with the position in every list: where all records have one shape, position says most. */
export function positions(record: unknown): Map<string, number> {
  const found = new Map<string, number>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === "number") found.set(path, value);
    else if (Array.isArray(value)) {
      value.slice(0, 64).forEach((one, at) => {
        walk(one, `${path}[${at}]`);
      });
    } else if (typeof value === "object" && value !== null)
      for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
  };
  walk(record, "");
  return found;
}
