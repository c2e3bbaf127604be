// What lies under a point, through shadow roots, without what is being dragged over it.
import { boxOf, composedParent, holdsNode, isElement, rootOf } from "./native.ts";
import type { Seen } from "./seen-around.ts";
import { shadowRootOf } from "./shadow.ts";

const { elementsFromPoint: inDocument } = Document.prototype;
const { elementsFromPoint: inRoot } = ShadowRoot.prototype;
const mostDeep = 32;
/** A picture of the dragged thing is as large as that, give or take so many CSS pixels. */
const slack = 24;

export interface Place {
  x: number;
  y: number;
}

/** What is dragged: as large as it was, and what was around it then. */
export interface Dragged {
  element: Element;
  box: DOMRect;
  before: Seen;
}

/** The first under the point that is neither dragged nor a picture of it, which follows the pointer or keeps its place. */
export function beneath(at: Place, dragged: Dragged): Element | null {
  for (const element of stackAt(at)) {
    if (!holdsNode(dragged.element, element) && !isPicture(element, dragged)) return element;
  }
  return null;
}

/** Everything under a point, the topmost first. */
function stackAt({ x, y }: Place): Element[] {
  const found: Element[] = [];
  for (const element of Reflect.apply(inDocument, document, [x, y]) as Element[])
    found.push(...inside(element, { x, y }, 0), element);
  return found;
}

function inside(host: Element, { x, y }: Place, depth: number): Element[] {
  const root = depth < mostDeep ? shadowRootOf(host) : null;
  if (!root) return [];
  const own = (Reflect.apply(inRoot, root, [x, y]) as Element[]).filter(
    (element) => rootOf(element) === root,
  );
  return own.flatMap((element) => [...inside(element, { x, y }, depth + 1), element]);
}

/** It, or what it is in, came up since the press and is as large as what is dragged. */
function isPicture(start: Element, { box, before }: Dragged): boolean {
  let element: Element | null = start;
  for (let depth = 0; isElement(element) && depth < 12; depth++, element = composedParent(element)) {
    if (before.lacks(element) && isAsLarge(boxOf(element), box)) return true;
  }
  return false;
}

const isAsLarge = (one: DOMRect, other: DOMRect): boolean =>
  Math.abs(one.width - other.width) < slack && Math.abs(one.height - other.height) < slack;
