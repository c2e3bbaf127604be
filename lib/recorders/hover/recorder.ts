// Pointing that opened what was then used: menus, actions of a row, tooltips with buttons. Decided at the press.
import type { StepOf } from "../../../schemas/step.ts";
import { actedOn } from "../../dom/acted-on.ts";
import { whenIdle } from "../../dom/describer.ts";
import { createHoverRules } from "../../dom/hover-rules.ts";
import { around, isConnected, rootOf } from "../../dom/native.ts";
import { type Seen, seenAround } from "../../dom/seen-around.ts";
import { originOf } from "../../dom/shadow.ts";
import { hearing } from "../hearing.ts";
import { begin, guarded, type Recording } from "../recording.ts";
import { isBeside, isPlausible, isWithin, triggerOf } from "./trigger.ts";

const mostOvers = 64;
const mostUp = 24;
const longest = 60_000;
/** Milliseconds that the page's styles are read in one go at a press. */
const slice = 4;
/** The same at a press before they were read once: a page may be pointed at as soon as it is there. */
const atFirst = 16;
/** The same in an idle moment, now and then, until they were read. */
const idleSlice = 2;
/** A page answers a press within so many milliseconds. */
const answers = 1000;
/** Looks a second, and how many may come at once. */
const refill = 25;
const mostLooks = 50;

export interface Over {
  at: number;
  element: WeakRef<Element>;
  /** Null where the pointer crosses too much to look at everything. */
  seen: Seen | null;
}

/** The same at a press: what is gone by then is not looked at. */
interface Pointed extends Omit<Over, "element"> {
  element: Element;
}

type Step = StepOf<"hover">;

/** On the way a reference and a look at the neighbours are kept; nothing is done on a move. */
export function startHover(recording: Recording, signal: AbortSignal): void {
  const { listen, later } = hearing(recording, signal);
  const rules = createHoverRules();
  let overs: Over[] = [];
  let found: { step: Step; element: Element }[] = [];
  let pressedAt: { x: number; y: number } | null = null;
  let pressed: WeakRef<Element> | null = null;
  let pressedTime = Number.NEGATIVE_INFINITY;
  let looks = mostLooks;
  let lookedAt = 0;

  let wereRead = false;
  let waits = false;
  const read = (most: number) => {
    const isDone = rules.read(document, most);
    wereRead ||= isDone;
    if (!isDone) readIn(50);
  };
  const readIn = (delay: number) => {
    if (waits) return;
    waits = true;
    later(delay, () => {
      waits = false;
      whenIdle(() => signal.aborted || guarded(recording, () => read(idleSlice)));
    });
  };
  readIn(500);

  listen(["pointerover"], (event) => {
    if (event.pointerType === "touch" || event.buttons !== 0) return;
    // The page put something else under a pointer that did not move.
    if (pressedAt && Math.hypot(event.clientX - pressedAt.x, event.clientY - pressedAt.y) < 4) return;
    const element = originOf(event);
    if (!element) return;
    looks = Math.min(mostLooks, looks + ((event.timeStamp - lookedAt) * refill) / 1000);
    lookedAt = event.timeStamp;
    const seen = looks >= 1 ? seenAround(element) : null;
    if (seen) looks--;
    overs.push({ at: event.timeStamp, element: new WeakRef(element), seen });
    if (overs.length > mostOvers) overs.shift();
  });
  listen(["keydown"], () => {
    overs = [];
  });
  listen(["pointerdown"], (event) => {
    found = [];
    const on = overs.flatMap(({ at, element, seen }): Pointed[] => {
      const there = element.deref();
      return there && event.timeStamp - at < longest ? [{ at, element: there, seen }] : [];
    });
    overs = [];
    const { press } = recording;
    if (press && event.pointerType !== "touch") found = openers(press.origin, on);
    pressedTime = event.timeStamp;
    pressedAt = { x: event.clientX, y: event.clientY };
    pressed = press && new WeakRef(press.element);
  });
  listen(["pointerup", "dragend", "contextmenu"], (event) => {
    const told = found;
    found = [];
    if (recording.trail.wasSelection(event)) return;
    for (const { step, element } of told) recording.emit(step, "soon", element);
  });

  /** What was pointed at to show the element that is pressed, the first first. */
  function openers(origin: Element, on: readonly Pointed[]): typeof found {
    const root = rootOf(origin);
    read(wereRead ? slice : atFirst);
    if (root instanceof ShadowRoot) rules.read(root, slice);
    const triggers = new Map<Element, number>();
    for (const shown of around(origin, mostUp)) {
      const opener = byStyle(shown, on) ?? bySight(shown, on);
      const trigger = opener && triggerOf(opener.element, shown, opener.beside);
      if (!trigger || isWithin(trigger, shown) || actedOn(origin) === trigger) continue;
      if (recording.secrets.holds(trigger) || !isConnected(trigger)) continue;
      triggers.set(trigger, Math.min(opener.at, triggers.get(trigger) ?? opener.at));
    }
    return [...triggers]
      .sort(([, a], [, b]) => a - b)
      .map(([element, at]) => ({ element, step: stepOf(element, at) }));
  }

  /** The rule that shows it names what was pointed at; the pointer must have been there, outside of what is shown. */
  function byStyle(shown: Element, on: readonly Pointed[]) {
    const shower = rules.showerOf(shown);
    if (!shower || (shower !== "self" && wasThere(shower, on))) return null;
    const over = on.findLast(
      ({ element }) =>
        !isWithin(element, shown) &&
        (shower === "self" ? isPlausible(element, shown) : isWithin(element, shower)),
    );
    return over ? { ...over, beside: shower === "self" ? null : shower } : null;
  }

  /** The last press was there already, and the pointer has not left since: nobody pointed anew. */
  function wasThere(shower: Element, on: readonly Pointed[]): boolean {
    const last = pressed?.deref();
    return (
      last !== undefined && [last, ...on.map(({ element }) => element)].every((at) => isWithin(at, shower))
    );
  }

  /** It could not be seen as the pointer came to the last place before it. */
  function bySight(shown: Element, on: readonly Pointed[]) {
    const before = on.findLast(({ seen }) => seen?.lacks(shown));
    if (!before || isWithin(before.element, shown) || !isPlausible(before.element, shown)) return null;
    const last = pressed?.deref();
    if (last && (isWithin(before.element, last) || isAnswer(shown, last, before.at))) return null;
    return { ...before, beside: null };
  }

  /** What comes up beside a press so soon after it came late by that press. */
  const isAnswer = (shown: Element, last: Element, at: number): boolean =>
    at - pressedTime < answers && isBeside(last, shown, 8);

  function stepOf(element: Element, timeStamp: number): Step {
    const opening = begin(recording, timeStamp, element);
    // It opened by being pointed at; before, it was closed.
    const { target } = opening;
    if (target) target.state = target.state.filter((flag) => flag !== "expanded");
    return { kind: "hover", ...opening, effect: "opened" };
  }
}
