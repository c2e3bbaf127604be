// Shadow roots, open and closed. Only an extension may look into a closed one.
import { activeElement, isElement, localName, own, rootOf } from "./native.ts";

interface OpensRoots {
  dom?: { openOrClosedShadowRoot?(element: Element): ShadowRoot | null };
}
const chromium = (globalThis as { chrome?: OpensRoots }).chrome;
/** As many as a click path has links. */
const mostDeep = 512;
/** In one place new roots are looked for no more often than this, in milliseconds. */
const often = 1000;

/** Besides custom elements no others can have one (DOM standard, valid shadow host name). */
const hosts = new Set(
  "article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split(" "),
);

/** The shadow root of an element, closed ones too; null where it has none. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  const name = localName(element);
  // To ask the browser costs more than all else that is done in most events.
  if (!hosts.has(name) && !name.includes("-")) return null;
  // Firefox puts it on the element (`openOrClosedShadowRoot`), Chromium into `chrome.dom`.
  const mine =
    !import.meta.env.CHROME &&
    (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
  if (mine instanceof ShadowRoot) return mine;
  if (!(element instanceof HTMLElement)) return null;
  const opened = chromium?.dom?.openOrClosedShadowRoot?.(element) ?? element.shadowRoot;
  return opened instanceof ShadowRoot ? opened : null;
}

const elementAt = own<Element | null, [x: number, y: number], ShadowRoot>(ShadowRoot, "elementFromPoint");
const focusedIn = own<Element | null | undefined, [], ShadowRoot>(ShadowRoot, "activeElement");

/** Every recorder asks for the same event. */
const origins = new WeakMap<Event, Element | null>();

/**
 * Where an event really began. The browser ends the path at the host of a closed root: from there a pointer act is
 * followed by its place, any other by the focus.
 */
export function originOf(event: Event): Element | null {
  const known = origins.get(event) ?? (event instanceof WheelEvent ? turnedAt(event) : undefined);
  // Heard inside a closed root, the path begins where it is only guessed from outside: a label's control is elsewhere.
  const isInside = event.currentTarget instanceof ShadowRoot;
  if (known !== undefined && !isInside) return known;
  const origin = findOrigin(event);
  origins.set(event, origin);
  if (event instanceof WheelEvent && origin)
    wheel = { target: event.target, at: event.timeStamp, origin: new WeakRef(origin) };
  return origin;
}

/** One turn of the wheel is many events in one place: all of them are where the first was. */
let wheel: { target: EventTarget | null; at: number; origin: WeakRef<Element> } | undefined;
const turnedAt = ({ target, timeStamp }: WheelEvent) =>
  target === wheel?.target && timeStamp - wheel.at < often ? wheel.origin.deref() : undefined;

function findOrigin(event: Event): Element | null {
  // Of most it needs no path.
  const { target } = event;
  if (target instanceof Element && !shadowRootOf(target)) return target;
  let at: unknown = event.composedPath()[0];
  for (let depth = 0; isElement(at) && depth < mostDeep; depth++) {
    const root = shadowRootOf(at);
    const inner: Element | null = root && insideOf(root, event);
    if (!inner || rootOf(inner) !== root) return at;
    at = inner;
  }
  return isElement(at) ? at : null;
}

function insideOf(root: ShadowRoot, event: Event): Element | null {
  // Enter on a button makes a click without a place.
  const placed =
    event instanceof MouseEvent && (event.clientX !== 0 || event.clientY !== 0 || event.detail > 0);
  if (!placed) return focusOf(root);
  // The page may have moved things or laid something over them since the press.
  const held = /click$|^contextmenu$/.test(event.type) ? pressedIn(root) : null;
  return held ?? elementAt(root, event.clientX, event.clientY);
}

/** Where the pointer was last pressed: what a click that follows is a click on. */
let pressed: WeakRef<Element> | undefined;

/** The element of this very root that the press was in; null where it was outside. */
function pressedIn(root: ShadowRoot): Element | null {
  let at = pressed?.deref() ?? null;
  for (let depth = 0; at && depth < mostDeep; depth++) {
    const own = rootOf(at);
    if (own === root) return at;
    at = own instanceof ShadowRoot ? own.host : null;
  }
  return null;
}

const focusOf = (root: ShadowRoot): Element | null => focusedIn(root) ?? root.activeElement;

/** The focused element, inside shadow roots too. */
export function focusedElement(): Element | null {
  let focused = activeElement(document);
  for (let depth = 0; focused && depth < mostDeep; depth++) {
    const root = shadowRootOf(focused);
    const inner = root && focusOf(root);
    if (!inner) break;
    focused = inner;
  }
  return focused;
}

export interface Roots {
  /** Remembers the shadow roots that an event passes. */
  meet(event: Event): void;
  /** Calls back for every root met before and from now on, until the signal. */
  each(listen: (root: ShadowRoot) => void, signal: AbortSignal): void;
}

/**
 * The shadow roots of one document, as they are first met. Change, submit, scroll and toggle do not leave a shadow
 * root, so whoever needs them listens in each.
 */
export function createRoots(): Roots {
  const known = new WeakSet<ShadowRoot>();
  const met: WeakRef<ShadowRoot>[] = [];
  const listeners = new Set<(root: ShadowRoot) => void>();
  const nowhere: { deref(): Element | undefined } = { deref: () => undefined };
  let last = { origin: nowhere, at: 0 };
  const add = (root: ShadowRoot) => {
    if (known.has(root)) return;
    known.add(root);
    met.push(new WeakRef(root));
    for (const listen of listeners) listen(root);
  };
  return {
    meet(event) {
      const origin = originOf(event);
      if (event.type === "pointerdown") pressed = origin ? new WeakRef(origin) : undefined;
      // A key or a turn of the wheel follows the other in one place.
      if (origin && origin === last.origin.deref() && event.timeStamp - last.at < often) return;
      last = { origin: origin ? new WeakRef(origin) : nowhere, at: event.timeStamp };
      for (const node of event.composedPath()) if (node instanceof ShadowRoot) add(node);
      let root = rootOf(origin ?? document);
      for (let depth = 0; root instanceof ShadowRoot && depth < mostDeep; depth++) {
        add(root);
        root = rootOf(root.host);
      }
    },
    each(listen, signal) {
      for (const reference of met) {
        const root = reference.deref();
        if (root) listen(root);
      }
      listeners.add(listen);
      signal.addEventListener("abort", () => listeners.delete(listen), { once: true });
    },
  };
}
