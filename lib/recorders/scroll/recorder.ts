// Scrolling: a burst of one scroller is one step, if a hand made it. What scripts and the focus scroll is none.
import type { StepOf } from "../../../schemas/step.ts";
import { scrolledTo } from "../../dom/native.ts";
import { isOnScrollbar } from "../../dom/scrollbar.ts";
import { originOf } from "../../dom/shadow.ts";
import { hearing } from "../hearing.ts";
import { begin, type Recording } from "../recording.ts";
import { followHand } from "./hand.ts";

/** A scroller that stands still so long has come to rest. In milliseconds. */
const rest = 300;
const mostBursts = 16;
const furthest = 10_000_000;

type Direction = StepOf<"scroll">["direction"];

interface Burst {
  scroller: Element;
  opening: ReturnType<typeof begin>;
  from: [number, number];
  last: [number, number];
  /** Pixels travelled each way in all. */
  ways: Record<Direction, number>;
  lastAt: number;
}

/** Looks at a scroller's place twice a burst and once a frame in between, and only where a hand scrolls. */
export function startScroll(recording: Recording, signal: AbortSignal): void {
  const { listen, listenInside, later } = hearing(recording, signal);
  const hand = followHand(recording, signal);
  const bursts = new Map<Element, Burst>();
  let cancel = () => {};

  const flush = () => {
    const ended = [...bursts.values()];
    bursts.clear();
    cancel();
    cancel = () => {};
    for (const burst of ended) emit(burst);
  };
  recording.hold({
    since: () => bursts.values().next().value?.opening.at ?? null,
    flush,
    // The address follows what is in view, and a pointer's way is told with its click.
    survives: ["navigate", "pointer"],
  });

  // What is scrolled after a press is scrolled anew, however soon; a finger and a scrollbar are pressed to scroll.
  listen(["pointerdown"], (event) => {
    const origin = originOf(event);
    if (event.pointerType !== "touch" && origin && !isOnScrollbar(origin, event)) flush();
  });

  const heard = new WeakSet<Event>();
  listenInside(["scroll"], (event) => {
    if ((bursts.size === 0 && !hand.isThere()) || heard.has(event)) return;
    heard.add(event);
    // What is followed by itself needs no look into it.
    const known = bursts.get(event.target as Element);
    const scroller = known?.scroller ?? scrollerOf(event);
    if (!scroller) return;
    const open = known ?? bursts.get(scroller);
    if (open) follow(open, event.timeStamp);
    else start(scroller, event.timeStamp);
  });

  function start(scroller: Element, timeStamp: number): void {
    const from = hand.placeBefore(scroller, timeStamp);
    if (!from || bursts.size >= mostBursts || recording.secrets.holds(scroller)) return;
    const burst: Burst = {
      scroller,
      opening: begin(recording, timeStamp, scroller),
      from,
      last: from,
      ways: { up: 0, down: 0, left: 0, right: 0 },
      lastAt: timeStamp,
    };
    bursts.set(scroller, burst);
    follow(burst, timeStamp);
    if (bursts.size === 1) watch(rest);
  }

  function follow(burst: Burst, timeStamp: number): void {
    const [x, y] = scrolledTo(burst.scroller);
    const [wasX, wasY] = burst.last;
    burst.ways[x > wasX ? "right" : "left"] += Math.abs(x - wasX);
    burst.ways[y > wasY ? "down" : "up"] += Math.abs(y - wasY);
    burst.last = [x, y];
    burst.lastAt = timeStamp;
    hand.follow(burst.scroller, timeStamp);
  }

  function emit({ scroller, opening, from, last, ways }: Burst): void {
    const [direction, length] = Object.entries(ways).reduce((most, way) => (way[1] > most[1] ? way : most));
    if (length === 0 || recording.secrets.holds(scroller)) return;
    const part = (n: 0 | 1) => Math.max(-furthest, Math.min(furthest, Math.round(last[n] - from[n])));
    const step: StepOf<"scroll"> = {
      kind: "scroll",
      ...opening,
      effect: "changed",
      direction: direction as Direction,
      by: [part(0), part(1)],
    };
    recording.emit(step, "soon", scroller);
  }

  /** One timer for all: it looks which have come to rest by now. */
  function watch(delay: number): void {
    cancel = later(delay, () => {
      const now = performance.now();
      for (const burst of [...bursts.values()]) {
        if (now - Math.max(burst.lastAt, hand.lastAt()) < rest) continue;
        bursts.delete(burst.scroller);
        emit(burst);
      }
      if (bursts.size > 0) watch(rest / 3);
    });
  }
}

/** The element that scrolls; the page's is the document's. */
function scrollerOf(event: Event): Element | null {
  if (event.target === document) return document.scrollingElement ?? document.documentElement;
  return originOf(event);
}
