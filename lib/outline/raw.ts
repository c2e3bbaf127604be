// An outline while it is made: one raw node an element that is kept, with alike siblings as one.
import type { CountClass, OutlineNode } from "../../schemas/outline.ts";

/** What a node says of its element, without its place in the list. */
export type Described = Omit<OutlineNode, "parent" | "count">;

export interface Raw {
  described: Described;
  children: Raw[];
  /** The same for the same shape: what it says, and the keys and counts of its children. */
  key: number;
  parent?: Raw;
  /** Where it stands among its parent's children. */
  index?: number;
  /** How many alike siblings it stands for. */
  count?: CountClass | null;
  /** The alike sibling that stands for it. */
  exemplar?: Raw;
  /** Where it stands in the finished list; unless it was left out. */
  position?: number;
}

/** A number for each shape; the same shape has the same number for as long as this lives. */
export type Shapes = Map<string, number>;
export const createShapes = (): Shapes => new Map();

/** A node over its folded children. Its shape holds enums and numbers only. */
export function makeRaw(described: Described, children: Raw[], shapes: Shapes): Raw {
  const shape = JSON.stringify([described, children.map(({ key, count }) => [key, count])]);
  const key = shapes.get(shape) ?? shapes.size;
  shapes.set(shape, key);
  const raw: Raw = { described, children, key };
  children.forEach((child, index) => {
    child.parent = raw;
    child.index = index;
  });
  return raw;
}

/** The raw node that stands for one inside alike siblings: the same place inside the exemplar. */
export function standsFor(raw: Raw): Raw | undefined {
  const { exemplar, parent, index } = raw;
  if (exemplar) return standsFor(exemplar);
  return parent ? standsFor(parent)?.children[index!] : raw;
}
