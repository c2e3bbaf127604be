// Points of the viewport at which a press reaches an element.
import { outer, rootIn } from "./page-roots.ts";

export interface Point {
  x: number;
  y: number;
}

/** Parts of the way across an element, its middle first. */
const parts = [0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9, 0.03, 0.97];
/** Pixels that what is dropped may need around it. */
const room = { x: 70, y: 25 };
/** Drawn pictures of an element's rest before it counts as one that moves for ever. */
const mostFrames = 90;

function hitAt(x: number, y: number): Element | null {
  let hit = document.elementFromPoint(x, y);
  for (let root = hit && rootIn(hit); root; root = hit && rootIn(hit)) {
    const inner = root.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  return hit;
}

function isIn(element: Element, hit: Element | null): boolean {
  for (let at = hit; at; at = outer(at)) if (at === element) return true;
  return false;
}

/** The part of the element that the viewport shows, at most. */
function shownBox(element: Element) {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const [x, y] = [Math.max(0, left), Math.max(0, top)];
  return { x, y, width: Math.min(innerWidth, right) - x, height: Math.min(innerHeight, bottom) - y };
}

function pointsOf(element: Element): Point[] {
  const { x, y, width, height } = shownBox(element);
  if (width <= 0 || height <= 0) return [];
  return parts.flatMap((down) => parts.map((across) => ({ x: x + width * across, y: y + height * down })));
}

const frame = () => new Promise((done) => requestAnimationFrame(done));

/** Waits until it is where it was one picture before. */
async function still(element: Element): Promise<void> {
  let last = "";
  for (let frames = 0; frames < mostFrames; frames++) {
    const { x, y, width, height } = element.getBoundingClientRect();
    const now = [x, y, width, height].join();
    if (now === last) return;
    last = now;
    await frame();
  }
}

/** Where to press it, relative to its own box; null where something lies over all of it. */
export async function pressPoint(element: Element): Promise<Point | null> {
  await still(element);
  const look = () => {
    const points = pointsOf(element);
    // Itself rather than what lies inside: that may be another one's.
    return (
      points.find(({ x, y }) => hitAt(x, y) === element) ??
      points.find(({ x, y }) => isIn(element, hitAt(x, y)))
    );
  };
  let point = look();
  if (!point) {
    element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    await still(element);
    point = look();
  }
  return point ? relative(element, point) : null;
}

const relative = (element: Element, { x, y }: Point): Point => {
  const { left, top } = element.getBoundingClientRect();
  return { x: x - left, y: y - top };
};

/**
 * Where to drop something onto it: where it was dropped did not leave. A place with room around it, away from earlier
 * ones; where there is none, where it can be pressed.
 */
export async function freePoint(element: Element, taken: readonly Point[]): Promise<Point | null> {
  await still(element);
  const isFree = ({ x, y }: Point) =>
    [-1, 0, 1].every((across) =>
      [-1, 0, 1].every((down) => hitAt(x + across * room.x, y + down * room.y) === element),
    );
  const isAway = (point: Point) =>
    taken.every(({ x, y }) => {
      const { left, top } = element.getBoundingClientRect();
      return Math.abs(left + x - point.x) > 2 * room.x || Math.abs(top + y - point.y) > 2 * room.y;
    });
  const free = pointsOf(element).filter(isFree);
  const point = free.find(isAway) ?? free[0];
  return point ? relative(element, point) : pressPoint(element);
}
