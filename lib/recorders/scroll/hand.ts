// Which scrollers the hand moves now: by wheel, finger, key, scrollbar or the middle button.
import { fieldOf } from "../../dom/editable.ts";
import { keyClassOf } from "../../dom/key-class.ts";
import { composedParent, localName, scrolledTo } from "../../dom/native.ts";
import { isOnScrollbar } from "../../dom/scrollbar.ts";
import { originOf } from "../../dom/shadow.ts";
import { listen, type Recording } from "../recording.ts";

/** The scroll begins at most so long after what made it, in milliseconds; a finger's goes on by itself. */
const patience = { wheel: 500, key: 500, touch: 1500, held: Number.POSITIVE_INFINITY } as const;
const mostDeep = 64;

interface Cause {
  how: keyof typeof patience;
  event: Event;
  at: number;
  /** What it may scroll, and where that stood before. */
  scrollers: Map<Element, [number, number]>;
}

export interface Hand {
  /** Where the scroller stood before the hand moved it; null where no hand does. */
  placeBefore(scroller: Element, timeStamp: number): [number, number] | null;
  /** The scroller goes on. */
  follow(scroller: Element, timeStamp: number): void;
  lastAt(): number;
}

export function followHand(recording: Recording, signal: AbortSignal): Hand {
  let cause: Cause | null = null;
  /** Keys scroll what was pressed last, where nothing has the focus. */
  let pressed: WeakRef<Element> | null = null;

  const begin = (how: Cause["how"], event: Event, origins: readonly (Element | null | undefined)[]) => {
    const scrollers = new Map<Element, [number, number]>();
    for (const origin of origins) if (origin) addAround(origin, scrollers);
    const page = document.scrollingElement;
    if (page) scrollers.set(page, scrolledTo(page));
    cause = { how, event, at: event.timeStamp, scrollers };
  };

  listen(recording, { types: ["wheel"], signal }, (event) => {
    const origin = originOf(event);
    // A turn of the wheel is many events: where things stand is looked at once.
    const goesOn =
      cause?.how === "wheel" && event.timeStamp - cause.at < 200 && cause.event.target === event.target;
    if (goesOn && cause) cause.at = event.timeStamp;
    else if (origin && !recording.secrets.holds(origin)) begin("wheel", event, [origin]);
    else cause = null;
  });
  listen(recording, { types: ["keydown"], signal }, (event) => {
    // Autofill makes such events that are of no key.
    if (!(event instanceof KeyboardEvent)) return;
    const keyClass = keyClassOf(event);
    if (keyClass === "modifier") return;
    const origin = originOf(event);
    const scrolls = keyClass === "move" || keyClass === "space";
    const elsewhere = !origin || fieldOf(origin) !== null || recording.secrets.hides(origin);
    if (!scrolls || elsewhere || /^(input|select)$/.test(localName(origin))) cause = null;
    else if (cause?.how === "key" && event.repeat) cause.at = event.timeStamp;
    else begin("key", event, [origin, pressed?.deref()]);
  });
  // Tab, and arrows in a list, move the focus; the scrolling that follows it is not the hand's.
  listen(recording, { types: ["focusin"], signal }, () => {
    if (cause?.how === "key") cause = null;
  });
  listen(recording, { types: ["pointerdown"], signal }, (event) => {
    const origin = originOf(event);
    cause = null;
    if (!origin || recording.secrets.holds(origin)) return;
    pressed = new WeakRef(origin);
    if (event.pointerType === "touch") begin("touch", event, [origin]);
    else if (event.button === 1 || isOnScrollbar(origin, event)) begin("held", event, [origin]);
  });
  listen(recording, { types: ["touchmove", "touchend"], signal }, (event) => {
    if (cause?.how === "touch") cause.at = event.timeStamp;
  });
  listen(recording, { types: ["pointerup"], signal }, (event) => {
    // A scrollbar is let go; the middle button's scrolling goes on until the next press.
    if (cause?.how === "held" && (cause.event as PointerEvent).button === 0) expire(event.timeStamp);
  });
  // Some browsers never tell that a scrollbar was let go: then the pointer is over other things without a button.
  listen(recording, { types: ["pointerover"], signal }, (event) => {
    if (cause?.how === "held" && event.buttons === 0 && (cause.event as PointerEvent).button === 0)
      expire(event.timeStamp);
  });

  function expire(timeStamp: number): void {
    if (cause) cause = { ...cause, how: "wheel", at: timeStamp };
  }

  /** A page that handles a key itself has scrolled by itself. */
  const isHandled = ({ how, event }: Cause) => how === "key" && event.defaultPrevented;

  return {
    placeBefore(scroller, timeStamp) {
      if (!cause || isHandled(cause) || timeStamp - cause.at > patience[cause.how]) return null;
      return cause.scrollers.get(scroller) ?? null;
    },
    follow(scroller, timeStamp) {
      // What goes on by itself for a while, and then again by hand, began where it now stands.
      if (!cause?.scrollers.has(scroller)) return;
      cause.scrollers.set(scroller, scrolledTo(scroller));
      if (cause.how === "touch") cause.at = timeStamp;
    },
    lastAt: () => cause?.at ?? Number.NEGATIVE_INFINITY,
  };
}

/** The element and what is around it: any of them may be the one that scrolls. */
function addAround(origin: Element, scrollers: Map<Element, [number, number]>): void {
  let at: Element | null = origin;
  for (let depth = 0; at && depth < mostDeep; depth++, at = composedParent(at)) {
    scrollers.set(at, scrolledTo(at));
  }
}
