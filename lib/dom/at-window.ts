// Listeners at the window, before the page's own, that outlive `document.open()`.

/** What recorders listen for. Heard from the first moment on, though nothing is done until it is known what may be. */
const early = [
  ...["pointerdown", "pointerup", "pointermove", "pointerover", "pointercancel"],
  ...["click", "auxclick", "contextmenu", "wheel", "scroll", "selectstart"],
  ...["keydown", "keypress", "keyup", "beforeinput", "input", "change", "submit"],
  ...["compositionstart", "compositionend", "copy", "cut", "paste"],
  ...["dragstart", "dragend", "drop", "touchmove", "touchend"],
  ...["focus", "blur", "focusin", "focusout", "pageshow", "pagehide", "visibilitychange"],
];

type Handle = (event: Event) => void;
const handlers = new Map<string, Set<Handle>>();
const kept = new Set<string>();
const options = { capture: true, passive: true };
let watching: MutationObserver | undefined;

/**
 * Takes the place before the page's own listeners: what may be recorded is known only a moment later, and a page that
 * stops an event at the window stops it for whoever came after. Until the signal.
 */
export function hearEarly(signal: AbortSignal): void {
  for (const type of early) {
    kept.add(type);
    hear(type);
  }
  const end = () => {
    kept.clear();
    for (const type of early) if (!handlers.has(type)) window.removeEventListener(type, dispatch, options);
    watching?.disconnect();
    watching = undefined;
  };
  signal.addEventListener("abort", end, { once: true });
}

/** Listens in the capture phase until the signal. Handlers of one type are called in the order in which they came. */
export function atWindow<N extends keyof WindowEventMap>(
  type: N,
  handle: (event: WindowEventMap[N]) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  // Of its own, so that one function can listen twice.
  const mine: Handle = (event) => handle(event as WindowEventMap[N]);
  const among = handlers.get(type) ?? new Set();
  handlers.set(type, among.add(mine));
  hear(type);
  const end = () => {
    among.delete(mine);
    if (among.size > 0) return;
    handlers.delete(type);
    if (!kept.has(type)) window.removeEventListener(type, dispatch, options);
  };
  signal.addEventListener("abort", end, { once: true });
}

function dispatch(event: Event): void {
  const among = handlers.get(event.type);
  // One that ended while this event was handled is not called any more.
  if (among) for (const handle of [...among]) if (among.has(handle)) handle(event);
}

/** Adding what is still there does nothing. */
function hear(type: string): void {
  window.addEventListener(type, dispatch, options);
  watch();
}

/**
 * `document.open()` erases every listener of a window, ours too (HTML standard, document open steps). It replaces the
 * root element as well, and then all are added again. Only the document's own children are looked at.
 */
function watch(): void {
  if (watching) return;
  watching = new MutationObserver(() => {
    for (const type of new Set([...kept, ...handlers.keys()]))
      window.addEventListener(type, dispatch, options);
  });
  watching.observe(document, { childList: true });
}
