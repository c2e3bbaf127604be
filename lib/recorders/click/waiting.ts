// Clicks that are not over: one that may become a double click, one that may be a part of what comes next.
import type { StepOf } from "../../../schemas/step.ts";
import { isSameKind } from "../../dom/editable.ts";
import type { Watched } from "../../dom/effect.ts";
import { hasFocus, isConnected } from "../../dom/native.ts";
import { originOf } from "../../dom/shadow.ts";
import { hearing } from "../hearing.ts";
import type { begin, Ending, Recording } from "../recording.ts";
import { leavesPage } from "./leaves-page.ts";
import { isDate, isTyping, type Whole, wholeOf } from "./part-of.ts";

/** Clicks in one place closer than this are one step with a count. */
const together = 500;
const near = 8;
const mostCount = 3;
/** Somebody who thinks longer than this before typing has clicked first. */
const longest = 60_000;
/** Typing and choosing are over a moment after their field was left. */
const asked = 60;
/** Clicks that one date is put together of. */
const mostWaiting = 20;
const besides = ["pointer"] as const;
const goesOnInField = ["pointer", "shortcut"] as const;

export interface Taken {
  event: MouseEvent;
  element: Element;
  button: StepOf<"click">["button"];
  opening: ReturnType<typeof begin>;
  outcome: Watched;
}

interface Waits extends Taken {
  count: number;
  lastAt: number;
  whole: Whole | null;
  /** The field was typed into, or the control was changed, since. */
  used: boolean;
  cancel: () => void;
}

export interface Waiting {
  take(taken: Taken): void;
}

/** Holds clicks, and emits them with their count and effect unless they are a part of something. */
export function createWaiting(recording: Recording, signal: AbortSignal): Waiting {
  const { listenInside, later, whenFound } = hearing(recording, signal);
  let waiting: Waits[] = [];
  /** The last click that was handed over at once: the second of a double click is no other. */
  let gone: MouseEvent | null = null;
  /** The control that was changed last, and when: a slider is before its click comes. */
  let changed: { thing: Element; at: number } | null = null;
  /** The date that is being put together. */
  let dating: Element | null = null;

  const flush = (by?: Ending) => {
    const ended = waiting;
    waiting = [];
    for (const click of ended) {
      click.cancel();
      if (isPart(click, by)) part(click);
      else emit(click);
    }
    if (ended.length > 0) recording.release();
  };
  const part = (click: Waits) => {
    click.cancel();
    click.outcome.end();
  };
  recording.hold({
    since: () => waiting[0]?.opening.at ?? null,
    flush,
    get survives() {
      const whole = waiting[0]?.whole;
      if (!whole) return [];
      // What is selected first, and typed over after a thought or at once: the click went into the field either way.
      return whole.kind === "typing" ? goesOnInField : besides;
    },
  });

  // An editor that writes the text itself lets no input happen: what comes before it tells.
  listenInside(["input", "change", "beforeinput"], (event) => {
    if (waiting.length === 0 && event.type === "beforeinput") return;
    const origin = originOf(event);
    if (!origin) return;
    if (event.type !== "beforeinput") {
      changed = { thing: origin, at: event.timeStamp };
      if (isDate(origin)) dating = origin;
    }
    for (const click of waiting) {
      if (click.whole?.kind === "choose" && event.type !== "beforeinput")
        click.used ||= click.whole.thing === origin;
      if (click.whole?.kind === "typing" && event.type !== "change" && isTyping(event))
        click.used ||= wholeOf(origin, ["typing"])?.thing === click.whole.thing;
    }
    const parts = waiting.filter((click) => isPart(click));
    waiting = waiting.filter((click) => !isPart(click));
    parts.forEach(part);
    if (parts.length > 0) recording.release();
  });
  listenInside(["focusout"], (event) => {
    const left = originOf(event);
    // The window was left and not the field: whoever comes back goes on.
    if (!left || !hasFocus(document)) return;
    if (dating === left) later(0, () => (dating = null));
    const [first] = waiting;
    if (!first?.whole || wholeOf(left, ["typing", "choose"])?.thing !== first.whole.thing) return;
    // What was typed or chosen is told of in this same event, and is asked first.
    later(asked, () => {
      if (first === waiting[0]) flush();
    });
  });

  /** A double click selects: it is more than going into a field. */
  function isPart({ count, whole, used }: Waits, by?: Ending): boolean {
    if (!whole || (whole.kind === "typing" && count > 1)) return false;
    return used || (by?.step.kind === whole.kind && isSame(whole.thing, by.element));
  }

  function emit({ element, button, count, opening, outcome }: Waits): void {
    recording.emit({ kind: "click", ...opening, ...outcome(), button, count }, "soon", element);
  }

  /** A slider changes before its click; a list that is chosen from is clicked once more, by the browser. */
  const isSincePress = (timeStamp: number): boolean => timeStamp >= (recording.press?.timeStamp ?? 0);

  function follows(event: MouseEvent, before: MouseEvent, lastAt: number): boolean {
    const far = Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY);
    return event.detail > 1 && event.timeStamp - lastAt < together && far <= near;
  }

  function take(taken: Taken): void {
    const { event, button, element } = taken;
    const last = waiting.at(-1);
    // The page may have redrawn the element between the two: the place decides, not the element.
    if (last?.button === button && follows(event, last.event, last.lastAt)) {
      last.count = Math.min(last.count + 1, mostCount);
      last.lastAt = event.timeStamp;
      taken.outcome.end();
      last.cancel();
      last.cancel = whenFound(together, flush);
      return;
    }
    if (gone && follows(event, gone, gone.timeStamp)) {
      taken.outcome.end();
      return;
    }
    const whole = button === "main" ? wholeOf(element, recording.config.kinds) : null;
    const goesOn =
      whole?.kind === "choose" && whole.thing === last?.whole?.thing && waiting.length < mostWaiting;
    if (!goesOn) flush();
    const chosen = whole?.kind === "choose" && changed?.thing === whole.thing && isSincePress(changed.at);
    if (whole && (dating === whole.thing || chosen)) {
      taken.outcome.end();
      return;
    }
    const click: Waits = {
      ...taken,
      count: 1,
      lastAt: event.timeStamp,
      whole,
      used: false,
      cancel: () => {},
    };
    if (button !== "context" && leavesPage(element)) {
      gone = event;
      taken.outcome.end();
      recording.emit({ kind: "click", ...taken.opening, effect: "nothing", button, count: 1 }, "now");
      return;
    }
    waiting.push(click);
    click.cancel = whenFound(whole ? longest : together, flush);
  }

  return { take };
}

/** The page may have put another field in its place as it was gone into. */
const isSame = (thing: Element, by: Element | undefined): boolean =>
  by !== undefined && (by === thing || (!isConnected(thing) && isSameKind(thing, by)));
