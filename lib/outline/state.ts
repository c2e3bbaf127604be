// One finished page state: its nodes, and which of them an element is.
import type { OutlineNode } from "../../schemas/outline.ts";
import { around, bodyOf } from "../dom/native.ts";
import type { Secrets } from "../dom/secret.ts";
import type { Lookup } from "../vocabulary/lookup.ts";
import { openIn } from "./difference.ts";
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
  /** Until it is handed over. */
  nodes: OutlineNode[];
  /** How many of them are open. */
  open: number;
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
  looked: new Map(),
});

/** Which raw node stands for an element; null where none does. */
type Places = WeakMap<Element, Raw | null>;
/** So many elements are placed in one go. */
const stretch = 256;

/** Makes the state of the page as it is now, a piece at a time; null where nothing of it is kept. */
export function* makeState(known: Known): Generator<undefined, PageState | null> {
  const walking = begin(known, mostElements);
  const body = bodyOf(document);
  const root = body && (yield* walk({ element: body, boundary: undefined }, walking));
  if (!root) return null;
  const nodes = flatten(root);
  // Only what stands for others is kept: the raw nodes of alike siblings, which are most of a page, go.
  const places: Places = new WeakMap();
  let placed = 0;
  for (const [element, raw] of walking.looked) {
    places.set(element, (raw && standsFor(raw)) ?? null);
    if (++placed % stretch === 0) yield;
  }
  return {
    key: root.key,
    nodes,
    open: openIn(nodes),
    nodeOf: (element) => placeOf(element, places, known)?.position ?? null,
  };
}

/** The raw node of an element, of its like among siblings that were not looked at, or of what it is a part of. */
function placeOf(element: Element, places: Places, known: Known): Raw | null {
  /** The topmost element that was not looked at. */
  let below: Element | undefined;
  for (const at of around(element, 256)) {
    const stands = places.get(at);
    // A button's icon is never looked at.
    if (stands) return below && stands.children[0] ? likeIn(stands, below) : stands;
    // Looked at, but no node of its own: a part of what is around it.
    if (stands === undefined) below = at;
  }
  return null;

  /** An element that was not looked at: its shape may be that of a sibling that was. */
  function likeIn(outer: Raw, top: Element): Raw | null {
    const fresh = begin(known, mostPlaced);
    const made = walk({ element: top, boundary: undefined }, fresh);
    let step = made.next();
    while (!step.done) step = made.next();
    const raw = step.value;
    const like = raw && outer.children.find(({ key }) => key === raw.key);
    if (!like) return null;
    raw.exemplar = like;
    const inner = around(element, 256)
      .map((at) => fresh.looked.get(at))
      .find(Boolean);
    return (inner && standsFor(inner)) ?? null;
  }
}
