// What the ground truth in a page tells the driver.

/** One link of a path as the page has it, with the names that a recorder without a vocabulary cannot tell apart. */
export interface GroundLink {
  name: string;
  nth: number;
  boundary?: "shadow-open" | "shadow-closed" | "frame";
  /** Names of the custom elements before it, for a custom element. */
  before?: string[];
}

/** An element that is marked: where it can be pressed, and what a driver must know of it. */
export interface Spot {
  id: number;
  frame: number[];
  path: GroundLink[];
  /** A point of the frame's viewport at which a press reaches this element; null where something lies over it. */
  point: { x: number; y: number } | null;
  box: { x: number; y: number; width: number; height: number };
  tag: string;
  role: string;
  type: string;
  text: string;
  /** Its id and classes, for a reader who is told of one without a text. */
  marks: string;
  href: string;
  field: boolean;
  oneLine: boolean;
  disabled: boolean;
  length: number;
}

export interface Query {
  /** ` >>> ` steps into a shadow root, open or closed. */
  css: string;
  /** Only elements whose whole text is this. */
  text?: string;
  nth?: number;
  /** The innermost element at its middle instead: what a press on something without a name means. */
  innermost?: boolean;
}

/** An element as the driver knows it again: how it looks, and which of how many that look so it is. */
export interface Mark {
  looks: string;
  nth: number;
  of: number;
}

export interface Ground {
  document: string;
  find(query: Query): Spot | null;
  spot(id: number): Spot;
  /** Every path that the element had since it was marked, as it was at each trusted event. */
  paths(id: number): GroundLink[][];
  candidates(): Spot[];
  element(id: number): Element;
  /** Whether what is typed goes into it, or into what it is a part of. */
  hasFocus(id: number): boolean;
  /** The page moved it away under the press, which then reached something else. */
  missed(id: number): boolean;
  looks(id: number): Mark;
  /** The elements of these marks; null for one that is not there, or not told apart as it was. */
  again(marks: readonly Mark[]): (Element | null)[];
  mark(element: Element): number;
}

/** The tree as the ground truth walks it, shadow roots included. */
export interface GroundTree {
  rootIn(element: Element): ShadowRoot | null;
  outer(element: Element): Element | null;
  pathOf(element: Element): GroundLink[];
  framePosition(): number[];
  /** Every element, inside shadow roots too, in the order of the document. */
  everything(root?: Document | ShadowRoot): Element[];
  all(css: string): Element[];
  /** The innermost element at a point, inside shadow roots too. */
  deepAt(x: number, y: number): Element | null;
  /** The innermost element with the focus. */
  focused(): Element | null;
  /** Whether a person sees it before the pointer is on it. */
  isSeen(element: Element): boolean;
}

declare global {
  var groundTree: GroundTree;
  var ground: Ground;
  /** The fixture keeps the closed roots it makes here, so that the driver can find what lies in them. */
  var closedRoots: WeakMap<Element, ShadowRoot> | undefined;
}
