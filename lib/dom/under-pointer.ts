// What lies under a point, through shadow roots, without what is being dragged over it.
import { boxOf, composedParent, holdsNode, isElement, rootOf } from "./native.ts";
import { shadowRootOf } from "./shadow.ts";

const { elementsFromPoint: inDocument } = Document.prototype;
const { elementsFromPoint: inRoot } = ShadowRoot.prototype;
const mostDeep = 32;
/** A picture of the dragged thing keeps its place at the pointer, give or take so many CSS pixels. */
const slack = 12;

export interface Place {
  x: number;
  y: number;
}

/** How an element lies to the pointer. */
export interface Lie {
  element: Element;
  /** From the element's corner to the pointer. */
  x: number;
  y: number;
  /** Where the pointer was. */
  at: Place;
}

export const lieOf = (element: Element, at: Place): Lie => {
  const box = boxOf(element);
  return { element, x: at.x - box.x, y: at.y - box.y, at };
};

/** Everything under a point, the topmost first. */
export function stackAt({ x, y }: Place): Element[] {
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

/** The first under the point that is neither dragged nor the picture of it that follows the pointer. */
export function beneath(at: Place, dragged: readonly Lie[]): Element | null {
  for (const element of stackAt(at)) {
    if (dragged.some((lie) => holdsNode(lie.element, element))) continue;
    if (!isPicture(element, at, dragged)) return element;
  }
  return null;
}

/** It, or what it is in, lies to the pointer as the dragged thing did when it was elsewhere. */
function isPicture(start: Element, at: Place, dragged: readonly Lie[]): boolean {
  let element: Element | null = start;
  for (let depth = 0; isElement(element) && depth < 8; depth++, element = composedParent(element)) {
    const { x, y } = lieOf(element, at);
    const alike = dragged.some(
      (lie) =>
        Math.hypot(at.x - lie.at.x, at.y - lie.at.y) > 2 * slack &&
        Math.hypot(x - lie.x, y - lie.y) < slack &&
        isAsLarge(element!, lie.element),
    );
    if (alike) return true;
  }
  return false;
}

function isAsLarge(one: Element, other: Element): boolean {
  const a = boxOf(one);
  const b = boxOf(other);
  return Math.abs(a.width - b.width) < slack * 2 && Math.abs(a.height - b.height) < slack * 2;
}
