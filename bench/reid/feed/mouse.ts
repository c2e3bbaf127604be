// Recorded moves and clicks at their times and places on one large surface under the real recorders. What was clicked on
// is not in the recordings: it is the same thing for all.
import type { Step } from "../../../schemas/step.ts";
import type { MouseEventRow, MouseSession } from "../data.ts";
import { type FedPage, openPage } from "./page.ts";
import type { Recorded } from "./typing.ts";

/** By the letter of the recording: the button's number, and what its click is called. */
const buttons: Record<string, { button: number; click: string }> = {
  L: { button: 0, click: "click" },
  M: { button: 1, click: "auxclick" },
  R: { button: 2, click: "contextmenu" },
};

/** After a session, in milliseconds: longer than whatever a recorder waits for. */
const after = 70_000;

/** Each move that ends in a click is one trajectory: what the pointer's recorder tells, and the act that it led to. */
export async function recordMoves(sessions: readonly MouseSession[]): Promise<Recorded[]> {
  const page = await openPage(`<main><div id="surface"></div></main>`);
  let from = 1000;
  try {
    const order = new Map<string, number>();
    return sessions.flatMap(({ person, events }) => {
      const session = (order.get(person) ?? 0) + 1;
      order.set(person, session);
      const clicks = countClicks();
      for (const event of events) feed(page, from + event.at, { ...event, clicks: clicks(event) });
      const until = from + (events.at(-1)?.at ?? 0) + after;
      const steps = page.rest(until);
      from = until + after;
      return movesOf(steps).map((steps) => ({ person, session, steps }));
    });
  } finally {
    page.close();
  }
}

function movesOf(steps: readonly Step[]): Step[][] {
  const ordered = steps.toSorted((a, b) => a.at - b.at);
  return ordered.flatMap((step, n) => {
    const act = ordered[n + 1];
    return step.kind === "pointer" && act && act.kind === "click" ? [[step, act]] : [];
  });
}

/** What the system counts as double: again within this time and so near. */
const double = { time: 500, near: 4 };

/** How many clicks a press belongs to: what an event calls its `detail`. */
function countClicks(): (event: MouseEventRow) => number {
  let last: MouseEventRow | null = null;
  let count = 0;
  return (event) => {
    if (event.state !== "p") return count;
    const isAgain =
      last?.button === event.button &&
      event.at - last.at <= double.time &&
      Math.hypot(event.x - last.x, event.y - last.y) <= double.near;
    count = isAgain ? count + 1 : 1;
    last = event;
    return count;
  };
}

function feed(page: FedPage, at: number, event: MouseEventRow & { clicks: number }): void {
  const { state, button: letter, x, y, clicks } = event;
  const surface = page.find("#surface");
  const { button, click } = buttons[letter] ?? { button: -1, click: "" };
  const init = { bubbles: true, composed: true, cancelable: true, clientX: x, clientY: y };
  const tell = (type: string, more: object = {}) =>
    page.tell(at, surface, new PointerEvent(type, { ...init, isPrimary: true, button, ...more }));
  if (state === "m" || state === "d") tell("pointermove", { button: -1 });
  else if (state === "v" || state === "^") {
    const deltaY = state === "v" ? 100 : -100;
    page.tell(at, surface, new WheelEvent("wheel", { ...init, deltaY }));
  } else if (state === "p" && click) tell("pointerdown");
  else if (state === "r" && click) {
    tell("pointerup");
    tell(click, { detail: Math.max(clicks, 1) });
  }
}
