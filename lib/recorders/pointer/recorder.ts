// The way of the pointer to a click, from where it last rested or acted. It stays in the browser.
import type { StepOf } from "../../../schemas/step.ts";
import { epochOf } from "../../dom/epoch.ts";
import { originOf } from "../../dom/shadow.ts";
import type { Point } from "../../dom/trail.ts";
import { hearing } from "../hearing.ts";
import { isShown, type Press } from "../press.ts";
import type { Recording } from "../recording.ts";

/** A pointer that stands still so long rests. In milliseconds. */
const rest = 300;
/** Page code takes no values from schema files: schema.ts says the same, and a test compares. */
export const mostPoints = 256;
const mostOvers = 64;
const longest = 600_000;

interface Over {
  at: number;
  secret: boolean;
}

/** Emits the way just before its click. On a move nothing is done: the points are in the trail. */
export function startPointer(recording: Recording, signal: AbortSignal): void {
  const { listen, later } = hearing(recording, signal);
  let told: Press | null = null;
  let lastAct = Number.NEGATIVE_INFINITY;
  let actBefore = lastAct;
  const overs: Over[] = [];

  listen(["pointerover"], (event) => {
    const element = originOf(event);
    if (!element) return;
    // Asked now: by the press the page may have taken it away.
    overs.push({ at: event.timeStamp, secret: recording.secrets.holds(element) });
    if (overs.length > mostOvers) overs.shift();
  });
  listen(["keydown", "wheel"], (event) => {
    lastAct = event.timeStamp;
  });
  listen(["pointerdown"], (event) => {
    actBefore = lastAct;
    lastAct = event.timeStamp;
  });
  listen(["pointerup"], (event) => {
    lastAct = event.timeStamp;
    // What the page removes as it is pressed gets no click, and is one all the same.
    const { press } = recording;
    if (press?.button !== 0) return;
    later(0, () => {
      if (press !== told && !isShown(press.element)) tell(event, press);
    });
  });
  listen(["click", "auxclick", "contextmenu"], (event) => {
    const { press } = recording;
    if (!press || press === told || press.timeStamp < actBefore) return;
    if (event.type === "auxclick" && event.button !== 1) return;
    if (event.type !== "contextmenu" && (event.detail === 0 || event.button !== press.button)) return;
    tell(event, press);
  });

  function tell(event: MouseEvent, press: Press): void {
    const { trail } = recording;
    told = press;
    if (trail.wasDrag(event) || trail.wasSelection(event) || recording.secrets.holds(press.element)) return;
    const from = Math.max(afterSecrets(press), actBefore);
    const way = sinceRest(trail.between(from, press.timeStamp), actBefore);
    const [first] = way;
    if (!first || way.every(([x, y]) => x === first[0] && y === first[1])) return;
    const step: StepOf<"pointer"> = {
      kind: "pointer",
      ...press.opening,
      at: epochOf(first[2]),
      effect: "nothing",
      path: thinned(way).map(([x, y, at]) => [
        Math.round(x),
        Math.round(y),
        Math.min(Math.round(at - first[2]), longest),
      ]),
    };
    recording.emit(step, "soon", press.element);
  }

  /** When the pointer last left a secret before the press: what it did there is not told. */
  function afterSecrets(press: Press): number {
    const on = overs.filter(({ at }) => at <= press.timeStamp);
    for (let n = on.length - 1; n >= 0; n--) {
      if (on[n]!.secret) return on[n + 1]?.at ?? press.timeStamp;
    }
    return overs.length < mostOvers ? Number.NEGATIVE_INFINITY : on[0]!.at;
  }
}

/** The points after the last act and the last rest. */
function sinceRest(points: readonly Point[], act: number): Point[] {
  const way = points.filter(([, , at]) => at > act);
  // The press itself is the last point: to wait before pressing is no rest on the way.
  for (let n = way.length - 2; n > 0; n--) {
    if (way[n]![2] - way[n - 1]![2] > rest) return way.slice(n);
  }
  return way;
}

/** At most so many points, evenly, with the first and the last. */
export function thinned<P>(points: readonly P[], most: number = mostPoints): P[] {
  if (points.length <= most) return [...points];
  const stride = (points.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, n) => points[Math.round(n * stride)]!);
}
