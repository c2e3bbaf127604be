// Walks a page and makes its tree, a piece at a time: a generator, so that it can stop between any two elements.
import { localName } from "../dom/native.ts";
import { type Describing, describe } from "./describe.ts";
import { fold } from "./fold.ts";
import { type Inside, insideOf } from "./inside.ts";
import { isClosed, isLeftOut, isSilentLeaf, type Leaving } from "./left-out.ts";
import { type Described, makeRaw, type Raw, type Shapes } from "./raw.ts";

/** Deeper elements are left out. */
const mostDeep = 256;

export interface Walking extends Leaving, Describing {
  shapes: Shapes;
  /** Elements that may still be looked at. */
  budget: { left: number };
  /** Every element that was looked at, with its raw node where it has one. */
  looked: Map<Element, Raw | null>;
}

/** The tree of an element, or undefined where it is left out. Yields before every element. */
export function* walk(
  { element, boundary }: Inside,
  walking: Walking,
  depth = 0,
): Generator<undefined, Raw | undefined> {
  const { budget, looked, shapes } = walking;
  if (depth >= mostDeep || budget.left <= 0) return undefined;
  yield;
  budget.left--;
  looked.set(element, null);
  const tag = localName(element);
  if (isLeftOut(element, tag, walking)) return undefined;
  const described = describe(element, walking, boundary);
  if (isClosed(element, described.role, walking)) return undefined;
  const { inside, unseen } = insideOf(element, described.role, tag);
  const children: Raw[] = [];
  for (const one of inside) {
    const child = yield* walk(one, walking, depth + 1);
    if (child) children.push(child);
  }
  const folded = fold(children, unseen);
  const [only] = folded;
  if (!only && isSilentLeaf(tag, described)) return undefined;
  // A wrapper around one node says nothing that the node does not.
  const isAround = only && folded.length === 1 && !only.count && isWrapper(described);
  const raw = isAround ? only : makeRaw(described, folded, shapes);
  looked.set(element, raw);
  return raw;
}

const isWrapper = ({ role, attributes, tag, boundary }: Described): boolean =>
  role === "generic" && !attributes && !boundary && typeof tag !== "number";
