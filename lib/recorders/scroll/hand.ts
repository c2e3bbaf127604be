// Which scrollers the hand moves now: by wheel, finger, key, scrollbar or the middle button.
import { fieldOf } from "../../dom/editable.ts";
import { keyClassOf } from "../../dom/key-class.ts";
import { around, localName, scrolledTo } from "../../dom/native.ts";
import { isOnScrollbar } from "../../dom/scrollbar.ts";
import { originOf } from "../../dom/shadow.ts";
import type { Point } from "../../dom/trail.ts";
import { hearing } from "../hearing.ts";
import type { Recording } from "../recording.ts";

/** The scroll begins at most so long after what made it, in milliseconds; a finger's goes on by itself. */
const patience = { wheel: 500, key: 500, touch: 1500, held: Number.POSITIVE_INFINITY } as const;
const mostDeep = 64;

interface Cause {
  how: keyof typeof patience;
  event: Event;
  at: number;
  /** What it may scroll, and where that stood before. */
  scrollers: Map<Element, [number, number]>;
  /** It was seen to scroll something. */
  goesOn?: true;
  /** How far the wheel has turned since what it moves was seen to move, in pixels. */
  turned: [number, number];
}

interface Beginning {
  scroller: Element;
  before: [number, number];
  timeStamp: number;
}

/** CSS pixels around a press of the middle button in which nothing scrolls; browsers have 10 to 15. */
const deadZone = 8;

export interface Hand {
  /** Where the scroller stood before the hand moved it; null where no hand does. */
  placeBefore(scroller: Element, timeStamp: number): [number, number] | null;
  /** Whether it may have made anything scroll. */
  isThere(): boolean;
  /** The scroller goes on. */
  follow(scroller: Element, timeStamp: number): void;
  lastAt(): number;
}

export function followHand(recording: Recording, signal: AbortSignal): Hand {
  const { listen } = hearing(recording, signal);
  let cause: Cause | null = null;
  /** Keys scroll what was pressed last, where nothing has the focus. */
  let pressed: WeakRef<Element> | null = null;

  const begin = (how: Cause["how"], event: Event, origins: readonly (Element | null | undefined)[]) => {
    const scrollers = new Map<Element, [number, number]>();
    for (const origin of origins) if (origin) addAround(origin, scrollers);
    const page = document.scrollingElement;
    if (page) scrollers.set(page, scrolledTo(page));
    cause = { how, event, at: event.timeStamp, scrollers, turned: [0, 0] };
  };

  listen(["wheel"], (event) => {
    const origin = originOf(event);
    // A turn of the wheel is many events: where things stand is looked at once.
    const goesOn =
      cause?.how === "wheel" && event.timeStamp - cause.at < 200 && cause.event.target === event.target;
    if (goesOn && cause) cause.at = event.timeStamp;
    else if (origin && !recording.secrets.holds(origin)) begin("wheel", event, [origin]);
    else cause = null;
    if (cause) addTurn(cause.turned, event);
  });
  listen(["keydown"], (event) => {
    // Autofill makes such events that are of no key.
    if (!(event instanceof KeyboardEvent)) return;
    const keyClass = keyClassOf(event);
    if (keyClass === "modifier") return;
    const origin = originOf(event);
    const scrolls = keyClass === "move" || keyClass === "space";
    const elsewhere = !origin || fieldOf(origin) !== null || recording.secrets.hides(origin);
    if (elsewhere || /^(input|select)$/.test(localName(origin))) cause = null;
    // Another key so soon does not undo what the one before is about to scroll.
    else if (!scrolls) return;
    else if (cause?.how === "key" && event.repeat) cause.at = event.timeStamp;
    else begin("key", event, [origin, pressed?.deref()]);
  });
  // Tab, and arrows in a list, move the focus; the scrolling that follows it is not the hand's.
  listen(["focusin"], () => {
    if (cause?.how === "key") cause = null;
  });
  listen(["pointerdown"], (event) => {
    const origin = originOf(event);
    cause = null;
    if (!origin || recording.secrets.holds(origin)) return;
    pressed = new WeakRef(origin);
    if (event.pointerType === "touch") begin("touch", event, [origin]);
    else if (event.button === 1 || isOnScrollbar(origin, event)) begin("held", event, [origin]);
  });
  listen(["touchmove", "touchend"], (event) => {
    if (cause?.how === "touch") cause.at = event.timeStamp;
  });
  listen(["pointerup"], (event) => {
    // A scrollbar is let go; the middle button's scrolling goes on until the next press.
    if (cause?.how === "held" && (cause.event as PointerEvent).button === 0) expire(event.timeStamp);
  });
  // Some browsers never tell that a scrollbar was let go: then the pointer is over other things without a button.
  listen(["pointerover"], (event) => {
    if (cause?.how === "held" && event.buttons === 0 && (cause.event as PointerEvent).button === 0)
      expire(event.timeStamp);
  });

  function expire(timeStamp: number): void {
    if (cause) cause = { ...cause, how: "wheel", at: timeStamp };
  }

  /** A page that handles a key itself has scrolled by itself. */
  const isHandled = ({ how, event }: Cause) => how === "key" && event.defaultPrevented;

  /**
   * The middle button's scrolling begins where the pointer leaves a small zone around the press, that way and slowly.
   * What a page scrolls by itself after a middle click does not.
   */
  function begins({ event, at }: Cause, { scroller, before, timeStamp }: Beginning): boolean {
    if (!(event instanceof PointerEvent) || event.button !== 1) return true;
    const { clientX, clientY } = event;
    const isOut = ([x, y]: Point) => Math.hypot(x - clientX, y - clientY) > deadZone;
    const out = recording.trail.between(at, timeStamp).find(isOut);
    if (!out || timeStamp - out[2] > 150) return false;
    const [left, top] = scrolledTo(scroller);
    const [right, down] = [left - before[0], top - before[1]];
    const agree = (by: number, way: number) => Math.abs(by) <= 100 && by * way >= 0;
    return (right !== 0 || down !== 0) && agree(right, out[0] - clientX) && agree(down, out[1] - clientY);
  }

  return {
    placeBefore(scroller, timeStamp) {
      if (!cause || isHandled(cause) || timeStamp - cause.at > patience[cause.how]) return null;
      const before = cause.scrollers.get(scroller);
      if (before && !cause.goesOn && !begins(cause, { scroller, before, timeStamp })) return null;
      return before ? seenBefore(scroller, before, cause.turned) : null;
    },
    follow(scroller, timeStamp) {
      // What goes on by itself for a while, and then again by hand, began where it now stands.
      if (!cause?.scrollers.has(scroller)) return;
      cause.scrollers.set(scroller, scrolledTo(scroller));
      cause.turned = [0, 0];
      cause.goesOn = true;
      if (cause.how === "touch") cause.at = timeStamp;
    },
    isThere: () => cause !== null,
    lastAt: () => cause?.at ?? Number.NEGATIVE_INFINITY,
  };
}

/** Lines and pages, where a browser counts in them, are about so many pixels. */
const pixels = [1, 40, 800] as const;

function addTurn(turned: [number, number], { deltaX, deltaY, deltaMode }: WheelEvent): void {
  turned[0] += deltaX * (pixels[deltaMode] ?? 1);
  turned[1] += deltaY * (pixels[deltaMode] ?? 1);
}

/** A browser may scroll before it tells of the wheel: then what it stood at is behind by what the wheel turned. */
function seenBefore(scroller: Element, before: [number, number], turned: [number, number]): [number, number] {
  const now = scrolledTo(scroller);
  const moved = now[0] !== before[0] || now[1] !== before[1];
  return moved ? before : [now[0] - turned[0], now[1] - turned[1]];
}

/** The element and what is around it: any of them may be the one that scrolls. */
function addAround(origin: Element, scrollers: Map<Element, [number, number]>): void {
  for (const at of around(origin, mostDeep)) scrollers.set(at, scrolledTo(at));
}
