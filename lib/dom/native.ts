// Reads the DOM through the prototypes of our own world. A page can lay a field named `id` or `parentNode` over its
// form, or name an image `body`; a read through the instance would then return that element.

type Read<T extends Node, R> = (node: T) => R;

function reader<T extends Node, R>(prototype: object, name: string): Read<T, R> {
  for (let at: object | null = prototype; at; at = Object.getPrototypeOf(at)) {
    const get = Object.getOwnPropertyDescriptor(at, name)?.get;
    if (get) return (node) => Reflect.apply(get, node, []) as R;
  }
  return () => undefined as R;
}

const { getAttribute, hasAttribute, matches, closest, getBoundingClientRect } = Element.prototype;
const { getRootNode, contains, compareDocumentPosition } = Node.prototype;

export const parentNode = reader<Node, ParentNode | null>(Node.prototype, "parentNode");
/** Live. */
export const childNodesOf = reader<Node, NodeListOf<ChildNode>>(Node.prototype, "childNodes");
export const nodeType = reader<Node, number>(Node.prototype, "nodeType");
export const textContent = reader<Element, string>(Element.prototype, "textContent");
export const textOf = reader<CharacterData, string>(CharacterData.prototype, "data");
export const isConnected = reader<Node, boolean>(Node.prototype, "isConnected");
export const localName = reader<Element, string>(Element.prototype, "localName");
export const previousSibling = reader<Element, Element | null>(Element.prototype, "previousElementSibling");
export const nextSibling = reader<Element, Element | null>(Element.prototype, "nextElementSibling");
export const bodyOf = reader<Document, HTMLElement | null>(Document.prototype, "body");
export const designMode = reader<Document, string>(Document.prototype, "designMode");
export const inlineStyle = reader<HTMLElement, CSSStyleDeclaration>(HTMLElement.prototype, "style");
export const shadowHost = reader<ShadowRoot, Element | undefined>(ShadowRoot.prototype, "host");
export const shadowMode = reader<ShadowRoot, ShadowRootMode>(ShadowRoot.prototype, "mode");

const hostOf = reader<Node, Element | undefined>(ShadowRoot.prototype, "host");
export const windowOf = reader<Document, Window | null>(Document.prototype, "defaultView");
const clientLeft = reader<Element, number>(Element.prototype, "clientLeft");
const clientTop = reader<Element, number>(Element.prototype, "clientTop");
const clientWidth = reader<Element, number>(Element.prototype, "clientWidth");
const clientHeight = reader<Element, number>(Element.prototype, "clientHeight");
const scrollLeft = reader<Element, number>(Element.prototype, "scrollLeft");
const scrollTop = reader<Element, number>(Element.prototype, "scrollTop");
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

export const activeElement = reader<Document, Element | null>(Document.prototype, "activeElement");
export const isHidden = reader<Document, boolean>(Document.prototype, "hidden");
export const readyState = reader<Document, DocumentReadyState>(Document.prototype, "readyState");

export const attribute = (element: Element, name: string): string | null =>
  Reflect.apply(getAttribute, element, [name]);
export const carries = (element: Element, name: string): boolean =>
  Reflect.apply(hasAttribute, element, [name]);
export const fits = (element: Element, selector: string): boolean =>
  Reflect.apply(matches, element, [selector]);
export const nearest = (element: Element, selector: string): Element | null =>
  Reflect.apply(closest, element, [selector]);
const { checkVisibility } = Element.prototype;
/** Whether it is rendered, whatever covers it. */
export const isRendered = (element: Element): boolean =>
  checkVisibility === undefined ||
  (Reflect.apply(checkVisibility, element, [{ visibilityProperty: true }]) as boolean);
/** Not hidden, nor in anything hidden; see-through counts as hidden. */
export const canBeSeen = (element: Element): boolean =>
  checkVisibility === undefined ||
  (Reflect.apply(checkVisibility, element, [{ opacityProperty: true, visibilityProperty: true }]) as boolean);
export const boxOf = (element: Element): DOMRect => Reflect.apply(getBoundingClientRect, element, []);
export const holdsNode = (outer: Node, inner: Node): boolean => Reflect.apply(contains, outer, [inner]);
export const hasFocus = (page: Document): boolean => Reflect.apply(Document.prototype.hasFocus, page, []);
/** None, Caret or Range; what is selected is not read. */
export const selectionType = (page: Document): string =>
  (Reflect.apply(Document.prototype.getSelection, page, []) as Selection | null)?.type ?? "None";
/** Live: the browser keeps it up to date, and reading it again costs nothing while the page stays as it is. */
export const inputsOf = (page: Document): HTMLCollectionOf<Element> =>
  Reflect.apply(Document.prototype.getElementsByTagName, page, ["input"]);
/** Live, as `inputsOf`: the elements below one. */
export const below = (element: Element): HTMLCollectionOf<Element> =>
  Reflect.apply(Element.prototype.getElementsByTagName, element, ["*"]);
/** Live, as `inputsOf`: all elements. */
export const elementsOf = (page: Document): HTMLCollectionOf<Element> =>
  Reflect.apply(Document.prototype.getElementsByTagName, page, ["*"]);
/** Whether styles show it at all; asks for no layout. True where the browser cannot say. */
export const isShown = (element: Element): boolean => {
  const { checkVisibility } = Element.prototype as { checkVisibility?: () => boolean };
  return checkVisibility === undefined || Reflect.apply(checkVisibility, element, []);
};
export const rootOf = (node: Node): Node => Reflect.apply(getRootNode, node, []);

/** By what it is and not by its class: the elements of another frame have classes of their own. */
export const isElement = (value: unknown): value is Element => typeOf(value) === Node.ELEMENT_NODE;
export const isDocument = (value: unknown): value is Document => typeOf(value) === Node.DOCUMENT_NODE;
export function isShadowRoot(value: unknown): value is ShadowRoot {
  if (typeOf(value) !== Node.DOCUMENT_FRAGMENT_NODE) return false;
  try {
    return hostOf(value as Node) !== undefined;
  } catch {
    // A fragment that hangs in no element: the getter refuses it.
    return false;
  }
}

function typeOf(value: unknown): number | null {
  if (typeof value !== "object" || value === null) return null;
  try {
    return nodeType(value as Node) ?? null;
  } catch {
    // Not a node at all.
    return null;
  }
}

const ofElement = reader<Element, HTMLCollection>(Element.prototype, "children");
const ofDocument = reader<Document, HTMLCollection>(Document.prototype, "children");
const ofFragment = reader<DocumentFragment, HTMLCollection>(DocumentFragment.prototype, "children");
/** Of an element, a document or a shadow root; live, as `inputsOf`. */
export function childrenOf(parent: Node): ArrayLike<Element> {
  if (isElement(parent)) return ofElement(parent);
  return isDocument(parent) ? ofDocument(parent) : ofFragment(parent as DocumentFragment);
}

/** The element of an id in the tree of `root`. */
export function elementById(root: Node, id: string): Element | null {
  if (isDocument(root)) return Reflect.apply(Document.prototype.getElementById, root, [id]);
  if (!isShadowRoot(root)) return null;
  return Reflect.apply(DocumentFragment.prototype.getElementById, root, [id]);
}

/** The parent in the composed tree: out of a shadow root it is the host. */
export function composedParent(node: Node): Element | null {
  const parent = parentNode(node);
  if (!parent) return null;
  if (isElement(parent)) return parent;
  return isShadowRoot(parent) ? (shadowHost(parent) ?? null) : null;
}

/** Whether `first` comes before `second` in the document; what is around it comes before it too. */
export const precedes = (first: Node, second: Node): boolean =>
  (Reflect.apply(compareDocumentPosition, first, [second]) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
/** How many elements are inside, counted by the browser. */
export const countInside = (element: Element): number =>
  Reflect.apply(Element.prototype.getElementsByTagName, element, ["*"]).length;

/** `querySelectorAll` of a document, a shadow root or an element, whatever the page calls its elements. */
export function findAll(root: Node, selector: string): ArrayLike<Element> {
  const type = nodeType(root);
  if (type === Node.DOCUMENT_NODE)
    return Reflect.apply(Document.prototype.querySelectorAll, root, [selector]);
  if (type === Node.DOCUMENT_FRAGMENT_NODE)
    return Reflect.apply(DocumentFragment.prototype.querySelectorAll, root, [selector]);
  return isElement(root) ? Reflect.apply(Element.prototype.querySelectorAll, root, [selector]) : [];
}
