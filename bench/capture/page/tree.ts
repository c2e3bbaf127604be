// The tree of a page with its shadow roots. The function is sent to the page as text, so it stands alone.
import type { GroundLink, GroundTree } from "./spot.ts";

/** Runs in the page's main world, once a document. */
export function installTree(): void {
  if (Object.hasOwn(globalThis, "groundTree")) return;
  const rootIn = (element: Element) => element.shadowRoot ?? globalThis.closedRoots?.get(element) ?? null;
  const outer = (element: Element): Element | null => {
    // Not by its class: a path goes on in the frames around, whose roots have classes of their own.
    const root = element.getRootNode() as Partial<ShadowRoot>;
    const host = root.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? root.host : null;
    return element.parentElement ?? host ?? null;
  };

  /** The element that shows the frame of a document; null at the top, and where another origin lies between. */
  const owner = (page: Document): Element | null => {
    try {
      return page.defaultView?.frameElement ?? null;
    } catch {
      return null;
    }
  };
  const isNested = (page: Document) =>
    page.defaultView !== null && page.defaultView !== page.defaultView.parent;

  function pathOf(element: Element): GroundLink[] {
    const links: GroundLink[] = [];
    for (let at: Element | null = element; at; at = outer(at) ?? owner(at.ownerDocument)) {
      const name = at.localName;
      const isOdd = (one: Element) =>
        one.localName.includes("-") || `${one}` === "[object HTMLUnknownElement]";
      const before = at.parentNode
        ? [...at.parentNode.children].slice(0, [...at.parentNode.children].indexOf(at))
        : [];
      const link: GroundLink = { name, nth: before.filter((one) => one.localName === name).length };
      if (isOdd(at)) link.before = before.filter(isOdd).map((one) => one.localName);
      if (at.parentNode?.nodeType === Node.DOCUMENT_NODE && isNested(at.ownerDocument))
        link.boundary = "frame";
      const root = at.parentNode as Partial<ShadowRoot> | null;
      if (at.parentNode && root?.host && root.mode) link.boundary = `shadow-${root.mode}`;
      links.unshift(link);
    }
    return links;
  }

  function framePosition(): number[] {
    const position: number[] = [];
    for (let frame: Window = window; frame !== frame.parent; frame = frame.parent) {
      const { parent } = frame;
      const at = Array.from({ length: parent.length }, (_, n) => parent[n]).indexOf(frame);
      // A window does not list the frames in its shadow roots: these stand after all others.
      position.unshift(at < 0 ? parent.length : at);
    }
    return position;
  }

  /** The innermost element at a point, inside shadow roots too. */
  function deepAt(x: number, y: number): Element | null {
    let hit = document.elementFromPoint(x, y);
    for (let root = hit && rootIn(hit); root; root = hit && rootIn(hit)) {
      const inner: Element | null = root.elementFromPoint(x, y);
      if (!inner || inner === hit) break;
      hit = inner;
    }
    return hit;
  }
  /** Every element, inside shadow roots too, in the order of the document. */
  function everything(root: Document | ShadowRoot = document): Element[] {
    return [...root.querySelectorAll("*")].flatMap((element) => {
      const inner = rootIn(element);
      return inner ? [element, ...everything(inner)] : [element];
    });
  }
  function all(css: string): Element[] {
    let roots: (Document | ShadowRoot)[] = [document];
    const parts = css.split(" >>> ");
    parts.slice(0, -1).forEach((part) => {
      roots = roots.flatMap((root) => [...root.querySelectorAll(part)].flatMap((host) => rootIn(host) ?? []));
    });
    return roots.flatMap((root) => [...root.querySelectorAll(parts.at(-1)!)]);
  }
  function focused(root: Document | ShadowRoot = document): Element | null {
    const { activeElement } = root;
    const inner = activeElement && rootIn(activeElement);
    return (inner && focused(inner)) ?? activeElement;
  }
  const isRendered = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  /** An empty box without a border or a ground of its own. */
  const isBlank = (element: Element) => {
    const { borderStyle, backgroundImage, backgroundColor } = getComputedStyle(element);
    const drawn = `${borderStyle} ${backgroundImage} ${backgroundColor}` !== "none none rgba(0, 0, 0, 0)";
    const before = getComputedStyle(element, "::before").content;
    const shows = [...element.children].some(isRendered) || element.textContent?.trim() !== "";
    return !drawn && !shows && /^(none|normal)$/.test(before);
  };
  /**
   * Nobody presses what only shows itself to a pointer over it: to point there is an act of its own. A see-through
   * input is what a drawn box stands for.
   */
  const isSeen = (element: Element) =>
    element.localName === "input" || (isRendered(element) && !isBlank(element));
  const made: GroundTree = { rootIn, outer, pathOf, framePosition, everything, all, deepAt, isSeen, focused };
  Object.defineProperty(globalThis, "groundTree", { value: made });
}
