// Where the pointer went: two numbers and a time into a ring on each move, nothing else.
import { rootOf, selectionType } from "./native.ts";

/** Points kept: at 125 a second the last four seconds. */
const size = 512;
/** Events may come a little out of the order of their time stamps, in milliseconds. */
const slack = 100;
/** The pointer rests a little: nearer than this, in CSS pixels, is a click and no drag. */
export const dragDistance = 8;

/** x and y in CSS pixels of the window, and the event's time stamp. */
export type Point = readonly [x: number, y: number, at: number];

export interface Trail {
  press(event: PointerEvent): void;
  move(event: PointerEvent): void;
  release(event: PointerEvent): void;
  /** A text selection began, unless the page forbids it in a listener after ours. */
  select(event: Event): void;
  /** The points between two time stamps, oldest first. */
  between(from: number, to: number): Point[];
  /** Whether the press that a click or a release belongs to had become a drag. */
  wasDrag(event: MouseEvent): boolean;
  /** Whether it had selected text. */
  wasSelection(event: MouseEvent): boolean;
}

export function createTrail(): Trail {
  const ring = new Float64Array(size * 3);
  let next = 0;
  let pressed: Point | null = null;
  let selection: Event | null = null;
  let draggedUntil = Number.NEGATIVE_INFINITY;
  let selectedUntil = Number.NEGATIVE_INFINITY;

  const put = ({ clientX, clientY, timeStamp }: PointerEvent) => {
    const at = (next++ % size) * 3;
    ring[at] = clientX;
    ring[at + 1] = clientY;
    ring[at + 2] = timeStamp;
  };
  const between = (from: number, to: number): Point[] => {
    const points: Point[] = [];
    // The latest first: most that is asked for is of just now.
    for (let n = next - 1; n >= Math.max(0, next - size); n--) {
      const at = (n % size) * 3;
      const time = ring[at + 2]!;
      if (time < from - slack) break;
      if (time >= from && time <= to) points.push([ring[at]!, ring[at + 1]!, time]);
    }
    return points.reverse();
  };
  // The click comes with the release, by the same clock.
  const justAfter = (event: MouseEvent, at: number) => event.timeStamp - at >= 0 && event.timeStamp - at < 50;
  return {
    press(event) {
      put(event);
      if (!event.isPrimary) return;
      pressed = [event.clientX, event.clientY, event.timeStamp];
      selection = null;
      draggedUntil = Number.NEGATIVE_INFINITY;
      selectedUntil = Number.NEGATIVE_INFINITY;
    },
    move: put,
    release(event) {
      put(event);
      if (!pressed || !event.isPrimary) return;
      const [x, y, at] = pressed;
      pressed = null;
      const far = between(at, event.timeStamp).some(([px, py]) => Math.hypot(px - x, py - y) > dragDistance);
      if (!far) return;
      if (selection && !selection.defaultPrevented && hasSelection(selection))
        selectedUntil = event.timeStamp;
      else draggedUntil = event.timeStamp;
    },
    select(event) {
      selection = event;
    },
    between,
    wasDrag: (event) => justAfter(event, draggedUntil),
    wasSelection: (event) => justAfter(event, selectedUntil),
  };
}

/** A drag may begin a selection and yet select nothing; that of a field is not the document's. */
function hasSelection(began: Event): boolean {
  const [origin] = began.composedPath();
  if (origin instanceof HTMLInputElement || origin instanceof HTMLTextAreaElement) return true;
  if (origin instanceof Node && rootOf(origin) !== document) return true;
  return selectionType(document) === "Range";
}
