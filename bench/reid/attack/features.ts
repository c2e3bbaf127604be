// Every field of what is attacked becomes measures: how often each value and each pair of values that follow each
// other stands at a path, and for numbers their mean, spread and quantiles as well. Nothing is left out by name.
import { isMotion, motionOf } from "./motion.ts";

/** Counts and all numbers of a path, by the numbers that the flattener gave these names. */
export interface Flat {
  counts: Map<number, number>;
  numbers: Map<number, number[]>;
}

export interface Flattener {
  flatten(record: unknown, words: readonly string[]): Flat;
  /** Numbers of a path that has only a few of them are names as well, such as an index of a vocabulary. */
  nameNumbers(flats: readonly Flat[], few: number): void;
  nameOf(id: number): string;
}

interface Value {
  id: number;
  next: Map<unknown, number>;
}
interface Path {
  id: number;
  name: string;
  inner: Map<string, Path>;
  values: Map<unknown, Value>;
  /** The value that came before, in the record that is being flattened. */
  last: Value | null;
  lastIn: number;
}

/** A list that is no longer than this keeps its positions, a longer one is pooled. */
const fixedLength = 4;

/** What it learns of names in one record it knows in the next. */
export function createFlattener(): Flattener {
  const names: string[] = [];
  const paths: Path[] = [];
  const outlines = new Map<string, Flat>();
  let turn = 0;
  const newName = (name: string): number => names.push(name) - 1;
  const newPath = (name: string): Path => {
    const path = { id: newName(name), name, inner: new Map(), values: new Map(), last: null, lastIn: -1 };
    paths[path.id] = path;
    return path;
  };
  const top = newPath("");
  const below = (path: Path, key: string): Path => {
    const known = path.inner.get(key) ?? newPath(path.name + key);
    path.inner.set(key, known);
    return known;
  };
  const valueAt = (path: Path, value: unknown): Value => {
    const known = path.values.get(value) ?? { id: newName(`${path.name}=${value}`), next: new Map() };
    path.values.set(value, known);
    return known;
  };
  const tell = ({ counts }: Flat, path: Path, value: unknown, before: Value | null): Value => {
    const known = valueAt(path, value);
    count(counts, known.id);
    if (!before) return known;
    const pair = before.next.get(value) ?? newName(`${names[before.id]}>${value}`);
    before.next.set(value, pair);
    count(counts, pair);
    return known;
  };
  const leaf = (flat: Flat, path: Path, value: unknown): void => {
    if (typeof value === "number") {
      add(flat.numbers, path.id, [value]);
      return;
    }
    path.last = tell(flat, path, value, path.lastIn === turn ? path.last : null);
    path.lastIn = turn;
  };
  const walk = (flat: Flat, value: unknown, path: Path): void => {
    if (Array.isArray(value)) {
      add(flat.numbers, below(path, "#").id, [value.length]);
      const fixed = value.length <= fixedLength && value.every((one) => typeof one !== "object");
      if (isMotion(value))
        for (const [name, values] of Object.entries(motionOf(value)))
          add(flat.numbers, below(path, `~${name}`).id, values);
      value.forEach((one, at) => {
        walk(flat, one, below(path, fixed ? `[${at}]` : "[]"));
      });
    } else if (typeof value === "object" && value !== null) {
      const { hash, nodes } = value as { hash?: unknown; nodes?: unknown };
      if (nodes !== undefined && typeof hash === "string") merge(flat, outlineAt(path, hash, value));
      else inside(flat, value, path);
    } else leaf(flat, path, value);
  };
  const inside = (flat: Flat, value: object, path: Path): void => {
    for (const [key, inner] of Object.entries(value)) walk(flat, inner, below(path, `.${key}`));
  };
  /** Page states repeat: what was flattened once is taken again. */
  const outlineAt = (path: Path, hash: string, value: object): Flat => {
    const known = outlines.get(hash);
    if (known) return known;
    const made = empty();
    const before = turn;
    turn = -2 - outlines.size;
    inside(made, value, path);
    turn = before;
    outlines.set(hash, made);
    return made;
  };
  let records = 0;
  return {
    nameOf: (id) => names[id]!,
    flatten(record, words) {
      turn = ++records;
      const flat = empty();
      walk(flat, record, top);
      // Steps as a whole are measures too.
      const path = below(top, "step");
      for (const word of words) leaf(flat, path, word);
      return flat;
    },
    nameNumbers(flats, few) {
      const found = new Map<number, Set<number>>();
      for (const { numbers } of flats)
        for (const [id, held] of numbers) {
          const known = found.get(id) ?? new Set();
          found.set(id, known);
          if (known.size <= few) for (const value of held) known.add(value);
        }
      for (const flat of flats)
        for (const [id, held] of flat.numbers) {
          if (found.get(id)!.size > few) continue;
          let before: Value | null = null;
          for (const value of held) before = tell(flat, paths[id]!, value, before);
        }
    },
  };
}

const empty = (): Flat => ({ counts: new Map(), numbers: new Map() });

function count(counts: Flat["counts"], id: number, by = 1): void {
  counts.set(id, (counts.get(id) ?? 0) + by);
}

function add(numbers: Flat["numbers"], id: number, values: readonly number[]): void {
  const held = numbers.get(id);
  if (held) held.push(...values);
  else numbers.set(id, [...values]);
}

function merge(into: Flat, from: Flat): void {
  for (const [id, by] of from.counts) count(into.counts, id, by);
  for (const [id, values] of from.numbers) add(into.numbers, id, values);
}
