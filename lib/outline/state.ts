// One finished page state: its nodes, and which of them an element is.
import type { OutlineNode } from "../../schemas/outline.ts";
import { around, bodyOf } from "../dom/native.ts";
import type { Secrets } from "../dom/secret.ts";
import type { Lookup } from "../vocabulary/lookup.ts";
import { flatten } from "./flatten.ts";
import { type Raw, type Shapes, standsFor } from "./raw.ts";
import { type Walking, walk } from "./walk.ts";

/** Elements looked at for one state; a page may have more. */
const mostElements = 40_000;
const mostLooks = 400;
/** Elements looked at to place one element that was not there when the state was made. */
const mostPlaced = 200;

export interface PageState {
  /** The same for the same structure, for as long as the shapes live. */
  key: number;
  nodes: OutlineNode[];
  /** Position of the node that stands for an element; null where none does. */
  nodeOf(element: Element): number | null;
}

export interface Known {
  lookup: Lookup;
  secrets: Secrets;
  shapes: Shapes;
}

const begin = (known: Known, budget: number): Walking => ({
  ...known,
  budget: { left: budget },
  looks: { left: mostLooks },
  labels: new Map(),
  found: new WeakMap(),
  seen: new WeakSet(),
});

/** Makes the state of the page as it is now, a piece at a time; null where nothing of it is kept. */
export function* makeState(known: Known): Generator<undefined, PageState | null> {
  const walking = begin(known, mostElements);
  const body = bodyOf(document);
  const root = body && (yield* walk(body, walking));
  if (!root) return null;
  const nodes = flatten(root);
  return {
    key: root.key,
    nodes,
    nodeOf: (element) => placeOf(element, walking)?.position ?? null,
  };
}

/** The raw node of an element, of its like among siblings that were not looked at, or of what it is a part of. */
function placeOf(element: Element, walking: Walking): Raw | null {
  let below: Element | null = null;
  for (const at of around(element, 256)) {
    const raw = walking.found.get(at);
    if (raw) return below ? insideOf(standsFor(raw), { element, below, walking }) : standsFor(raw);
    // Looked at, but no node of its own: a part of what is around it.
    if (!walking.seen.has(at)) below = at;
  }
  return null;
}

interface Unseen {
  element: Element;
  /** The topmost element that was not looked at. */
  below: Element;
  walking: Walking;
}

/** An element that was not looked at: its shape may be that of a sibling that was. */
function insideOf(around: Raw | null, { element, below, walking }: Unseen): Raw | null {
  if (!around) return null;
  // A button's icon, which is never looked at.
  if (around.children.length === 0) return around;
  const fresh = begin(walking, mostPlaced);
  const made = walk(below, fresh);
  let step = made.next();
  while (!step.done) step = made.next();
  const like = step.value && around.children.find(({ key }) => key === step.value?.key);
  if (!like) return null;
  step.value!.exemplar = like;
  const inner = nearestFound(element, fresh);
  return inner ? standsFor(inner) : null;
}

const nearestFound = (element: Element, { found }: Walking): Raw | undefined =>
  around(element, 256)
    .map((at) => found.get(at))
    .find(Boolean);
