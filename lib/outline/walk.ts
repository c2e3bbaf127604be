// Walks a page and makes its tree, a piece at a time: a generator, so that it can stop between any two elements.
import { localName } from "../dom/native.ts";
import { type Describing, describe } from "./describe.ts";
import { fold, makeRaw } from "./fold.ts";
import { type Inside, insideOf } from "./inside.ts";
import { isClosed, isLeftOut, isSilentLeaf, type Leaving } from "./left-out.ts";
import type { Described, Raw, Shapes } from "./raw.ts";

/** Deeper elements are left out. */
const mostDeep = 256;

export interface Walking extends Leaving, Describing {
  shapes: Shapes;
  /** Elements that may still be looked at. */
  budget: { left: number };
  /** Learns the raw node of every element that has one. */
  found: WeakMap<Element, Raw>;
  /** Learns every element that was looked at. */
  seen: WeakSet<Element>;
}

/** An element whose inside is being walked. */
interface Open {
  element: Element;
  described: Described;
  tag: string;
  inside: Inside[];
  unseen: number;
  next: number;
  children: Raw[];
}

/** The tree of an element, or null where it is left out. Yields after every element. */
export function* walk(top: Element, walking: Walking): Generator<undefined, Raw | null> {
  const stack: Open[] = [];
  let result: Raw | null = null;
  const first = open({ element: top, boundary: undefined }, walking);
  if (first) stack.push(first);
  while (stack.length > 0) {
    const current = stack.at(-1)!;
    const inside = current.inside[current.next++];
    if (inside) {
      const opened = stack.length < mostDeep && walking.budget.left > 0 ? open(inside, walking) : null;
      if (opened) stack.push(opened);
    } else {
      stack.pop();
      const raw = close(current, walking);
      const outer = stack.at(-1);
      if (outer && raw) outer.children.push(raw);
      if (!outer) result = raw;
    }
    yield;
  }
  return result;
}

function open({ element, boundary }: Inside, walking: Walking): Open | null {
  walking.budget.left--;
  walking.seen.add(element);
  const tag = localName(element);
  if (isLeftOut(element, tag, walking)) return null;
  const described = describe(element, walking, boundary);
  if (isClosed(element, described.role, walking)) return null;
  return { element, described, tag, ...insideOf(element, described.role, tag), next: 0, children: [] };
}

/** A wrapper around one node says nothing that the node does not. */
function close({ element, described, tag, unseen, children }: Open, walking: Walking): Raw | null {
  const folded = fold(children, unseen);
  if (folded.length === 0 && isSilentLeaf(tag, described)) return null;
  const [only] = folded;
  const raw =
    only && folded.length === 1 && !only.count && isWrapper(described)
      ? only
      : makeRaw(described, folded, walking.shapes);
  walking.found.set(element, raw);
  return raw;
}

const isWrapper = ({ role, attributes, tag, boundary }: Described): boolean =>
  role === "generic" && !attributes && !boundary && (tag === undefined || typeof tag === "string");
