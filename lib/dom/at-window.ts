// Listeners at the window, before the page's own, that outlive `document.open()`.

/** What recorders listen for. Heard from the first moment on, though nothing is done until it is known what may be. */
export const early = [
  ...["pointerdown", "pointerup", "pointermove", "pointerover", "pointercancel"],
  ...["click", "auxclick", "contextmenu", "wheel", "scroll", "selectstart"],
  ...["keydown", "keypress", "keyup", "beforeinput", "input", "change", "submit"],
  ...["compositionstart", "compositionend", "copy", "cut", "paste"],
  ...["dragstart", "dragend", "drop", "touchmove", "touchend"],
  ...["focus", "blur", "focusin", "focusout", "pageshow", "pagehide", "visibilitychange"],
];

type Handle = (event: Event) => void;
/** Each type that is heard; `kept` ones until the script ends, whoever listens. */
const handlers = new Map<string, Set<Handle>>();
const kept: Handle = () => {};
const options = { capture: true, passive: true };
let watching: MutationObserver | undefined;

/**
 * Takes the place before the page's own listeners: what may be recorded is known only a moment later, and a page that
 * stops an event at the window stops it for whoever came after. Until the signal.
 */
export function hearEarly(signal: AbortSignal): void {
  for (const type of early) hear(type, kept, signal);
  signal.addEventListener("abort", () => {
    watching?.disconnect();
    watching = undefined;
  });
}

/** Listens in the capture phase until the signal. Handlers of one type are called in the order in which they came. */
export function atWindow<N extends keyof WindowEventMap>(
  type: N,
  handle: (event: WindowEventMap[N]) => void,
  signal: AbortSignal,
): void {
  // Of its own, so that one function can listen twice.
  hear(type, (event) => handle(event as WindowEventMap[N]), signal);
}

function hear(type: string, handle: Handle, signal: AbortSignal): void {
  if (signal.aborted) return;
  const among = handlers.get(type) ?? new Set();
  handlers.set(type, among.add(handle));
  add(type);
  watch();
  signal.addEventListener("abort", () => {
    among.delete(handle);
    if (among.size > 0) return;
    handlers.delete(type);
    window.removeEventListener(type, dispatch, options);
  });
}

function dispatch(event: Event): void {
  const among = handlers.get(event.type);
  // One that ended while this event was handled is not called any more.
  if (among) for (const handle of [...among]) if (among.has(handle)) handle(event);
}

/** Adding what is still there does nothing. */
const add = (type: string) => window.addEventListener(type, dispatch, options);

/**
 * `document.open()` erases every listener of a window, ours too (HTML standard, document open steps). It replaces the
 * root element as well, and then all are added again. Only the document's own children are looked at.
 */
function watch(): void {
  if (watching) return;
  watching = new MutationObserver(() => [...handlers.keys()].forEach(add));
  watching.observe(document, { childList: true });
}
