// Reads the DOM through the prototypes of our own world. A page can lay a field named `id` or `parentNode` over its
// form, or name an image `body`; a read through the instance would then return that element.

interface Class {
  prototype: object;
}

/** A method or an attribute of a class as a function of the object; one that this browser lacks gives undefined. */
export function own<R, A extends unknown[] = [], T = Element>({ prototype }: Class, name: string) {
  let found: PropertyDescriptor | undefined;
  for (let at: object | null = prototype; at && !found; at = Object.getPrototypeOf(at))
    found = Object.getOwnPropertyDescriptor(at, name);
  const read = (found?.get ?? found?.value ?? (() => undefined)) as (...args: A) => R;
  // No function of ours in between: the browser is asked at once, and thousands of times.
  return Function.prototype.call.bind(read) as (on: T, ...args: A) => R;
}

export const parentNode = own<ParentNode | null, [], Node>(Node, "parentNode");
/** Live. */
export const childNodesOf = own<NodeListOf<ChildNode>, [], Node>(Node, "childNodes");
export const nodeType = own<number, [], Node>(Node, "nodeType");
export const isConnected = own<boolean, [], Node>(Node, "isConnected");
export const rootOf = own<Node, [], Node>(Node, "getRootNode");
export const holdsNode = own<boolean, [inner: Node], Node>(Node, "contains");
const compare = own<number, [other: Node], Node>(Node, "compareDocumentPosition");
/** Whether `first` comes before `second` in the document; what is around it comes before it too. */
export const precedes = (first: Node, second: Node): boolean =>
  (compare(first, second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

export const textContent = own<string>(Element, "textContent");
export const textOf = own<string, [], CharacterData>(CharacterData, "data");
export const localName = own<string>(Element, "localName");
export const previousSibling = own<Element | null>(Element, "previousElementSibling");
export const nextSibling = own<Element | null>(Element, "nextElementSibling");
export const attribute = own<string | null, [name: string]>(Element, "getAttribute");
export const carries = own<boolean, [name: string]>(Element, "hasAttribute");
export const fits = own<boolean, [selector: string]>(Element, "matches");
export const nearest = own<Element | null, [selector: string]>(Element, "closest");
export const boxOf = own<DOMRect>(Element, "getBoundingClientRect");
export const inlineStyle = own<CSSStyleDeclaration, [], HTMLElement>(HTMLElement, "style");

const measure = (name: string) => own<number>(Element, name);
const clientLeft = measure("clientLeft");
const clientTop = measure("clientTop");
const clientWidth = measure("clientWidth");
const clientHeight = measure("clientHeight");
const scrollLeft = measure("scrollLeft");
const scrollTop = measure("scrollTop");
/** The part of an element inside its border and its scrollbars. */
export const clientBox = (element: Element) => ({
  left: clientLeft(element),
  top: clientTop(element),
  width: clientWidth(element),
  height: clientHeight(element),
});
export const scrolledTo = (element: Element): [x: number, y: number] => [
  scrollLeft(element),
  scrollTop(element),
];

const isVisible = own<boolean | undefined, [CheckVisibilityOptions?]>(Element, "checkVisibility");
/** Whether styles show it at all; asks for no layout. True where the browser cannot say. */
export const isShown = (element: Element): boolean => isVisible(element) ?? true;
const rendered = { visibilityProperty: true };
/** Whether it is rendered, whatever covers it. */
export const isRendered = (element: Element): boolean => isVisible(element, rendered) ?? true;
const seen = { opacityProperty: true, visibilityProperty: true };
/** Not hidden, nor in anything hidden; see-through counts as hidden. */
export const canBeSeen = (element: Element): boolean => isVisible(element, seen) ?? true;

export const bodyOf = own<HTMLElement | null, [], Document>(Document, "body");
export const designMode = own<string, [], Document>(Document, "designMode");
export const windowOf = own<Window | null, [], Document>(Document, "defaultView");
export const activeElement = own<Element | null, [], Document>(Document, "activeElement");
export const isHidden = own<boolean, [], Document>(Document, "hidden");
export const hasFocus = own<boolean, [], Document>(Document, "hasFocus");
export const readyState = own<DocumentReadyState, [], Document>(Document, "readyState");
const selectionOf = own<Selection | null, [], Document>(Document, "getSelection");
/** None, Caret or Range; what is selected is not read. */
export const selectionType = (page: Document): string => selectionOf(page)?.type ?? "None";
const createWalker = own<TreeWalker, [root: Node, show: number, accept?: NodeFilter], Document>(
  Document,
  "createTreeWalker",
);
/** Walks through the elements and texts inside. */
export const walkIn = (element: Element, accept?: NodeFilter): TreeWalker =>
  createWalker(document, element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, accept);

export const shadowHost = own<Element | undefined, [], Node>(ShadowRoot, "host");
export const shadowMode = own<ShadowRootMode, [], ShadowRoot>(ShadowRoot, "mode");

/** By what it is and not by its class: the elements of another frame have classes of their own. */
export const isElement = (value: unknown): value is Element => typeOf(value) === Node.ELEMENT_NODE;
export const isDocument = (value: unknown): value is Document => typeOf(value) === Node.DOCUMENT_NODE;
export const isShadowRoot = (value: unknown): value is ShadowRoot =>
  typeOf(value) === Node.DOCUMENT_FRAGMENT_NODE && Boolean(unlessRefused(shadowHost, value as Node));

const typeOf = (value: unknown) => (value ? unlessRefused(nodeType, value as Node) : null);

/** A getter refuses what is not of its class. */
function unlessRefused<R>(read: (node: Node) => R, node: Node): R | null {
  try {
    return read(node) ?? null;
  } catch {
    return null;
  }
}

/** Elements, documents and fragments have some methods of the same name, each by a class of its own. */
function ofAny<R, A extends unknown[] = []>(name: string) {
  const classes = [
    [Node.ELEMENT_NODE, Element],
    [Node.DOCUMENT_NODE, Document],
    [Node.DOCUMENT_FRAGMENT_NODE, DocumentFragment],
  ] as const;
  const reads = new Map(classes.map(([type, one]) => [type as number, own<R, A, Node>(one, name)]));
  return (node: Node, ...args: A) => reads.get(nodeType(node))?.(node, ...args);
}

const children = ofAny<HTMLCollection>("children");
/** Of an element, a document or a shadow root. Live: the browser keeps it up to date, and reading it again costs nothing. */
export const childrenOf = (parent: Node): ArrayLike<Element> => children(parent) ?? [];
const tagged = ofAny<HTMLCollectionOf<Element>, [tag: string]>("getElementsByTagName");
/** All elements of a document; live. Found anew each time, so that a spec can count who begins an outline. */
export const elementsOf = (page: Document): HTMLCollectionOf<Element> =>
  Reflect.apply(Document.prototype.getElementsByTagName, page, ["*"]);
/** The elements in an element or a document; live. */
export const below = (node: Node): HTMLCollectionOf<Element> => tagged(node, "*")!;
export const inputsOf = (page: Document): HTMLCollectionOf<Element> => tagged(page, "input")!;
const firstInside = own<Element | null>(Element, "firstElementChild");
/** How many elements are inside, counted by the browser. Of most there are none: then it makes no list. */
export const countInside = (element: Element): number => (firstInside(element) ? below(element).length : 0);
const byId = ofAny<Element | null, [id: string]>("getElementById");
/** The element of an id in the tree of `root`. */
export const elementById = (root: Node, id: string): Element | null => byId(root, id) ?? null;
const all = ofAny<NodeListOf<Element>, [selector: string]>("querySelectorAll");
/** `querySelectorAll` of a document, a shadow root or an element, whatever the page calls its elements. */
export const findAll = (root: Node, selector: string): ArrayLike<Element> => all(root, selector) ?? [];

/** So many at most, as an array. */
export const firstOf = (found: ArrayLike<Element>, most: number): Element[] =>
  Array.prototype.slice.call(found, 0, most);

/** The parent in the composed tree: out of a shadow root it is the host. */
export function composedParent(node: Node): Element | null {
  const parent = parentNode(node);
  if (isElement(parent)) return parent;
  return isShadowRoot(parent) ? (shadowHost(parent) ?? null) : null;
}

/** The nearest that fits, itself too, out of shadow roots as well. */
export function nearestAround(element: Element, selector: string): Element | null {
  for (let at: Element | null = element; at; ) {
    const found = nearest(at, selector);
    if (found) return found;
    const root = rootOf(at);
    at = isShadowRoot(root) ? (shadowHost(root) ?? null) : null;
  }
  return null;
}

/** An element and what is around it in the composed tree, so many at most. */
export function* around(element: Element | null, most: number): Generator<Element, undefined> {
  for (let at = element; at && most-- > 0; at = composedParent(at)) yield at;
}
