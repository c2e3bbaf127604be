// The last press of the pointer, described before the page reacts to it: many a page redraws or removes what is pressed.
import type { KindName } from "../../schemas/step.ts";
import { actedOn } from "../dom/acted-on.ts";
import { type Watched, watchOutcome } from "../dom/effect.ts";
import { boxOf, localName } from "../dom/native.ts";
import { isOnScrollbar } from "../dom/scrollbar.ts";
import { originOf } from "../dom/shadow.ts";
import { begin, type Recording } from "./recording.ts";

const uses: readonly KindName[] = ["click", "drag", "hover", "pointer"];

export interface Press {
  /** The event's time stamp, place and button. */
  timeStamp: number;
  x: number;
  y: number;
  button: number;
  /** Where it really was: inside closed shadow roots too. */
  origin: Element;
  /** What a person would name. */
  element: Element;
  opening: ReturnType<typeof begin>;
  /** Its click was heard, or will not come. */
  clicked?: true;
  /** What became of it. Whoever takes it ends the watching by asking. */
  take(): Watched;
  /** Ends the watching, unless somebody took it. */
  over(): void;
}

/** Null where nothing may be known of it: secrets, scrollbars, a second finger. */
export function readPress(recording: Recording, event: PointerEvent, signal: AbortSignal): Press | null {
  if (!event.isPrimary || !uses.some((kind) => recording.config.kinds.includes(kind))) return null;
  const origin = originOf(event);
  if (!origin || recording.secrets.holds(origin) || isOnScrollbar(origin, event)) return null;
  const element = actedOn(origin);
  if (recording.secrets.holds(element)) return null;
  const { lookup, outlines } = recording;
  const outcome = watchOutcome(element, { lookup, outlines, signal });
  let taken = false;
  return {
    timeStamp: event.timeStamp,
    x: event.clientX,
    y: event.clientY,
    button: event.button,
    origin,
    element,
    opening: begin(recording, event.timeStamp, element),
    take() {
      taken = true;
      return outcome;
    },
    over() {
      if (!taken) outcome.end();
    },
  };
}

/** Whether it still takes any room: what a page removes or hides as it is pressed gets no click. */
export function isShown(element: Element): boolean {
  const { width, height } = boxOf(element);
  return width > 0 || height > 0;
}

/** A native slider draws its thumb by itself: what comes of it is a choice. */
export const isNativeRange = (element: Element): boolean =>
  localName(element) === "input" && (element as HTMLInputElement).type === "range";
