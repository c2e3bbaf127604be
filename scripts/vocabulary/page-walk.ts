// Every element of a document, inside open shadow roots too, and the way back to one of them.

export const all = (): Element[] => {
  const found: Element[] = [];
  const walk = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll("*")) {
      found.push(element);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document);
  return found;
};

export const isShown = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
};

/** Positions among siblings from a fixed id, or from the root, down; a list of them for each shadow root on the way. */
export type Place = { id: string | null; positions: number[] }[];

const isFixed = (id: string): boolean =>
  /^[A-Za-z][A-Za-z-]*$/.test(id) && document.querySelectorAll(`#${id}`).length === 1;

export function placeOf(element: Element): Place {
  const place: Place = [];
  let part: Place[number] = { id: null, positions: [] };
  let at: Element = element;
  for (;;) {
    const root = at.getRootNode();
    if (root === document && isFixed(at.id)) {
      part.id = at.id;
      return [part, ...place];
    }
    const parent = at.parentElement;
    const siblings = parent?.children ?? (root as Document | ShadowRoot).children;
    part.positions.unshift([...siblings].indexOf(at));
    if (parent) {
      at = parent;
      continue;
    }
    place.unshift(part);
    if (!(root instanceof ShadowRoot)) return place;
    part = { id: null, positions: [] };
    at = root.host;
  }
}

/** The same place in this document, or nothing. */
export function find(place: Place): Element | null {
  let within: Document | ShadowRoot | null = document;
  let at: Element | null = null;
  for (const { id, positions } of place) {
    let node: Document | ShadowRoot | Element | null = id === null ? within : document.getElementById(id);
    for (const position of positions) node = node?.children[position] ?? null;
    if (!(node instanceof Element)) return null;
    at = node;
    within = at.shadowRoot;
  }
  return at;
}
