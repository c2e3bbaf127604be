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
/** What the browser calls for a type, and whom it calls in turn. */
interface Ear {
  calls: readonly Handle[];
  dispatch(event: Event): void;
}
/** Each type that is heard; the early ones until the script ends, whoever listens. */
const ears = new Map<string, Ear>();
const nobody: Handle = () => {};
const options = { capture: true, passive: true };
let watching: MutationObserver | undefined;

/**
 * Takes the place before the page's own listeners: what may be recorded is known only a moment later, and a page that
 * stops an event at the window stops it for whoever came after. Until the signal.
 */
export function hearEarly(signal: AbortSignal): void {
  for (const type of early) hear(type, nobody, signal);
  signal.addEventListener("abort", () => {
    watching?.disconnect();
    watching = undefined;
  });
}

/**
 * Listens in the capture phase until the signal. Handlers of one type are called in the order in which they came; each
 * listens once to a type.
 */
export function atWindow<N extends keyof WindowEventMap>(
  type: N,
  handle: (event: WindowEventMap[N]) => void,
  signal: AbortSignal,
): void {
  hear(type, handle as Handle, signal);
}

function hear(type: string, handle: Handle, signal: AbortSignal): void {
  if (signal.aborted) return;
  const ear = ears.get(type) ?? newEar();
  if (ear.calls.length === 0) add(type, ear);
  ears.set(type, ear);
  // Another list each time: the one that is being called stays as it is.
  ear.calls = [...ear.calls, handle];
  watch();
  signal.addEventListener("abort", () => {
    ear.calls = ear.calls.filter((one) => one !== handle);
    if (ear.calls.length > 0) return;
    ears.delete(type);
    window.removeEventListener(type, ear.dispatch, options);
  });
}

/** Number of the event that is handled now; 0 between events. */
let turn = 0;
let turns = 0;

/**
 * The event that is handled now, or 0 outside of any. No code of the page runs within one turn, so what was read of
 * the page in it is still true in it.
 */
export const turnNow = (): number => turn;

/** What was answered in this turn. */
const answers: Map<Element, unknown>[] = [];

/** Asks of an element what many recorders ask of the same one in the same event: once in each. */
export function inTurn<V>(read: (element: Element) => V): (element: Element) => V {
  const known = new Map<Element, V>();
  return (element) => {
    if (turn === 0) return read(element);
    if (known.size === 0) answers.push(known);
    const before = known.get(element);
    if (before !== undefined || known.has(element)) return before as V;
    const value = read(element);
    known.set(element, value);
    return value;
  };
}

function newEar(): Ear {
  const ear: Ear = {
    calls: [],
    dispatch(event) {
      const { calls } = ear;
      turn = ++turns;
      try {
        // One that ended while this event was handled is not called any more.
        for (let n = 0; n < calls.length; n++) {
          const handle = calls[n]!;
          if (calls === ear.calls || ear.calls.includes(handle)) handle(event);
        }
      } finally {
        turn = 0;
        for (const known of answers.splice(0)) known.clear();
      }
    },
  };
  return ear;
}

/** Adding what is still there does nothing. */
const add = (type: string, { dispatch }: Ear) => window.addEventListener(type, dispatch, options);

/**
 * `document.open()` erases every listener of a window, ours too (HTML standard, document open steps). It replaces the
 * root element as well, and then all are added again. Only the document's own children are looked at.
 */
function watch(): void {
  if (watching) return;
  watching = new MutationObserver(() => {
    for (const [type, ear] of ears) add(type, ear);
  });
  watching.observe(document, { childList: true });
}
