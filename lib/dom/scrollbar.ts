// Whether a press is on a scrollbar, which belongs to the browser and not to the element it tells of.
import { boxOf, clientBox } from "./native.ts";

const answers = new WeakMap<Event, { element: Element; is: boolean }>();

/** True outside of the element's content and inside its box. Several recorders ask for the same press. */
export function isOnScrollbar(element: Element, event: MouseEvent): boolean {
  const known = answers.get(event);
  if (known?.element === element) return known.is;
  const is = isBeyond(element, event);
  answers.set(event, { element, is });
  return is;
}

function isBeyond(element: Element, { clientX, clientY }: MouseEvent): boolean {
  const { left, top, width, height } = clientBox(element);
  // An inline element has no client box, and no scrollbar.
  if (width === 0 && height === 0) return false;
  const page = element === document.documentElement;
  const box = page ? { x: 0, y: 0, right: innerWidth, bottom: innerHeight } : boxOf(element);
  const x = clientX - box.x - left;
  const y = clientY - box.y - top;
  const beyond = (at: number, length: number, end: number) => at >= length && at < end;
  return beyond(x, width, box.right - box.x - 2 * left) || beyond(y, height, box.bottom - box.y - 2 * top);
}
