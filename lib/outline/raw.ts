// An outline while it is made: one raw node an element that is kept, with alike siblings as one.
import type { CountClass, OutlineNode } from "../../schemas/outline.ts";

/** What a node says of its element, without its place in the list. */
export type Described = Omit<OutlineNode, "parent" | "count">;

export interface Raw {
  described: Described;
  children: Raw[];
  /** The same for the same shape: what it says, and the keys and counts of its children. */
  key: number;
  parent: Raw | null;
  /** Where it stands among its parent's children. */
  index: number;
  /** How many alike siblings it stands for. */
  count: CountClass | null;
  /** The alike sibling that stands for it. */
  exemplar: Raw | null;
  /** Where it stands in the finished list; null where it was left out. */
  position: number | null;
}

/** Gives each shape a number; the same shape has the same number for as long as this lives. */
export interface Shapes {
  keyOf(shape: string): number;
  /** The number of a shape that was seen, or null. */
  known(shape: string): number | null;
  size(): number;
}

export function createShapes(): Shapes {
  const keys = new Map<string, number>();
  return {
    keyOf(shape) {
      const known = keys.get(shape);
      if (known !== undefined) return known;
      keys.set(shape, keys.size);
      return keys.size - 1;
    },
    known: (shape) => keys.get(shape) ?? null,
    size: () => keys.size,
  };
}

const parts = (described: Described) => [
  described.role,
  described.tag,
  described.name,
  described.state?.join("."),
  described.attributes?.join("."),
  described.boundary,
];

/** A shape in one line: enums and numbers only. */
export const shapeOf = (described: Described, children: readonly Raw[]): string =>
  `${parts(described).join()}(${children.map(({ key, count }) => `${key}${count ?? ""}`).join()})`;

/** The raw node that stands for one inside alike siblings: the same place inside the exemplar. */
export function standsFor(raw: Raw): Raw | null {
  if (raw.exemplar) return standsFor(raw.exemplar);
  if (!raw.parent) return raw;
  return standsFor(raw.parent)?.children[raw.index] ?? null;
}
