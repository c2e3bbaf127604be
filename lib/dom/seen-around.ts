// What could be seen around an element at some moment, such as before the page reacts to the pointer.
import {
  canBeSeen,
  childrenOf,
  isConnected,
  isElement,
  localName,
  nextSibling,
  parentNode,
  precedes,
  shadowHost,
} from "./native.ts";

const mostChecked = 160;
const mostChildren = 24;
const mostUp = 6;
/** Things that are shown over a page are put at its end; of a long list's items none is shown by pointing. */
const mostLast = 6;

export interface Seen {
  /** Whether it is known that the element was not there or could not be seen. */
  lacks(element: Element): boolean;
}

const nameOf = (parent: Node): string => (parent instanceof Element ? localName(parent) : "");

/** Looks at no more than a few dozen elements: those inside, those beside and around, and the last of the page. */
export function seenAround(element: Element, up = mostUp): Seen {
  // Parents whose children were looked at, and the first of those: of many only the last.
  const looked = new WeakMap<Node, Element | "all">();
  // In which parent: a page may show a menu in its place first, and then put it over the page.
  const seen = new WeakMap<Element, Node>();
  let checked = 0;

  const look = (parent: Node): Element[] => {
    const children = childrenOf(parent);
    const found: Element[] = [];
    if (looked.has(parent) || checked >= mostChecked) return found;
    const isLong = children.length > mostChildren && /^(tbody|ul|ol)$/.test(nameOf(parent));
    const most = isLong ? mostLast : mostChildren;
    const first = Math.max(0, children.length - Math.min(most, mostChecked - checked));
    looked.set(parent, first > 0 ? children[first]! : "all");
    for (let n = first; n < children.length; n++) {
      const child = children[n]!;
      checked++;
      if (canBeSeen(child)) seen.set(child, parent);
      found.push(child);
    }
    return found;
  };

  for (const child of look(element)) look(child);
  const beside = nextSibling(element);
  if (beside) look(beside);
  let at: Node | null = element;
  for (let n = 0; at && n < up; n++) {
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
      const first = parent && looked.get(parent);
      if (!first || seen.get(wanted) === parent) return false;
      return first === "all" || first === wanted || (isConnected(first) && precedes(first, wanted));
    },
  };
}
