// What lies under a point, through shadow roots, without what is being dragged over it.
import { around, boxOf, holdsNode, own, rootOf } from "./native.ts";
import type { Seen } from "./seen-around.ts";
import { shadowRootOf } from "./shadow.ts";

const inDocument = own<Element[], [x: number, y: number], Document>(Document, "elementsFromPoint");
const inRoot = own<Element[], [x: number, y: number], ShadowRoot>(ShadowRoot, "elementsFromPoint");
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
const stackAt = ({ x, y }: Place): Element[] => withInside(inDocument(document, x, y), { x, y }, 0);

const withInside = (found: readonly Element[], { x, y }: Place, depth: number): Element[] =>
  found.flatMap((element) => {
    const root = depth < mostDeep ? shadowRootOf(element) : null;
    const own = root ? inRoot(root, x, y).filter((inner) => rootOf(inner) === root) : [];
    return [...withInside(own, { x, y }, depth + 1), element];
  });

/** It, or what it is in, came up since the press and is as large as what is dragged. */
const isPicture = (start: Element, { box, before }: Dragged): boolean =>
  around(start, 12).some((at) => {
    if (!before.lacks(at)) return false;
    const { width, height } = boxOf(at);
    return Math.abs(width - box.width) < slack && Math.abs(height - box.height) < slack;
  });
