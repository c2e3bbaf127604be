// What could be seen around the pointer as it came over an element, before the page reacted to it.
import { canBeSeen, childrenOf, isElement, nextSibling, parentNode, shadowHost } from "../../dom/native.ts";

const mostChecked = 160;
const mostChildren = 24;
const mostUp = 6;
/** Things that are shown over a page are put at its end. */
const mostLast = 6;

export interface Seen {
  /** Whether it is known that the element was not there or could not be seen. */
  lacks(element: Element): boolean;
}

/** Looks at no more than a few dozen elements: those inside, those beside and around, and the last of the page. */
export function seenAround(element: Element): Seen {
  const looked = new WeakSet<Node>();
  const seen = new WeakSet<Element>();
  let checked = 0;

  const look = (parent: ParentNode): Element[] => {
    const children = childrenOf(parent);
    if (looked.has(parent) || children.length > mostChildren || checked + children.length > mostChecked)
      return [];
    looked.add(parent);
    const found: Element[] = [];
    for (let n = 0; n < children.length; n++) {
      const child = children[n]!;
      checked++;
      if (canBeSeen(child)) seen.add(child);
      found.push(child);
    }
    return found;
  };

  for (const child of look(element)) look(child);
  const beside = nextSibling(element);
  if (beside) look(beside);
  let at: Node | null = element;
  for (let up = 0; at && up < mostUp; up++) {
    const parent: Node | null = parentNode(at);
    if (isElement(parent) || parent instanceof ShadowRoot) look(parent);
    at = parent instanceof ShadowRoot ? (shadowHost(parent) ?? null) : parent;
  }
  const { body } = document;
  if (body instanceof HTMLElement) {
    const last = look(body).slice(-mostLast);
    for (const child of last) look(child);
  }
  return {
    lacks(wanted) {
      const parent = parentNode(wanted);
      return parent !== null && looked.has(parent) && !seen.has(wanted);
    },
  };
}
