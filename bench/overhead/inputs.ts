// The fixed script of inputs. All of it is trusted: it comes through the browser's own protocol.
import type { CDPSession } from "playwright";

export type InputKind = "move" | "key" | "click" | "wheel";
export const inputKinds: readonly InputKind[] = ["move", "key", "click", "wheel"];

export interface Counts extends Record<InputKind, number> {}

/** Where things are on the page, in its viewport: read once, the same in each subject. */
export interface Places {
  rows: Point[];
  routes: Point[];
  boxes: Point[];
  edit: Point;
  close: Point;
  apply: Point;
  more: Point;
  fields: Point[];
  scroller: Point;
}

export interface Point {
  x: number;
  y: number;
}

/** Runs in the page. */
export function readPlaces(): Omit<Places, "close"> {
  const middle = (element: Element | null | undefined, by: Point = { x: 0, y: 0 }): Point => {
    const { left, top, width, height } = element!.getBoundingClientRect();
    return { x: Math.round(by.x + left + width / 2), y: Math.round(by.y + top + height / 2) };
  };
  const all = (selector: string) => [...document.querySelectorAll(selector)].map((one) => middle(one));
  const frame = document.querySelector("iframe")!;
  const { left, top } = frame.getBoundingClientRect();
  const inside = { x: left + frame.clientLeft, y: top + frame.clientTop };
  return {
    rows: all("#rows tr:nth-child(-n+25) button"),
    routes: all("[data-route]"),
    boxes: all("input[type=checkbox]"),
    edit: middle(document.querySelector("#edit")),
    apply: middle(document.querySelector("#box")!.shadowRoot!.querySelector("button")),
    more: middle(frame.contentDocument!.querySelector("button"), inside),
    fields: all("#words, #text, #amount"),
    scroller: middle(document.querySelector("#scroller")),
  };
}

/** The pointer's way is a wide curve over the whole page, the same each time. */
const wayAt = (n: number): Point => ({
  x: Math.round(640 + 600 * Math.sin(n / 17)),
  y: Math.round(440 + 400 * Math.sin(n / 11)),
});

const mouse = (session: CDPSession, type: "mouseMoved" | "mousePressed" | "mouseReleased", at: Point) =>
  session.send("Input.dispatchMouseEvent", {
    type,
    ...at,
    ...(type !== "mouseMoved" && { button: "left", clickCount: 1 }),
    ...(type === "mousePressed" && { buttons: 1 }),
  });

async function click(session: CDPSession, at: Point): Promise<void> {
  await mouse(session, "mouseMoved", at);
  await mouse(session, "mousePressed", at);
  await mouse(session, "mouseReleased", at);
}

/** The n-th click's place: rows, and between them all else that the page has. */
function placeOf(n: number, places: Places): Point {
  const others = [
    places.boxes[0]!,
    places.edit,
    places.close,
    places.routes[(n >> 4) % places.routes.length]!,
    places.apply,
    places.more,
    places.boxes[1]!,
  ];
  return n % 2 === 0 ? places.rows[(n * 7) % places.rows.length]! : others[(n >> 1) % others.length]!;
}

async function type(session: CDPSession, letter: string): Promise<void> {
  const code = letter === " " ? "Space" : `Key${letter.toUpperCase()}`;
  const windowsVirtualKeyCode = letter.toUpperCase().charCodeAt(0);
  const key = { key: letter, code, windowsVirtualKeyCode };
  await session.send("Input.dispatchKeyEvent", { type: "keyDown", text: letter, ...key });
  await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
}

const text = "the amount is right and may be paid ";

export interface Hand {
  session: CDPSession;
  places: Places;
}

/** One input after the other of one kind. Each is answered by the page before the next. */
export const act: Record<InputKind, (hand: Hand, count: number) => Promise<void>> = {
  move: async ({ session }, count) => {
    for (let n = 0; n < count; n++) await mouse(session, "mouseMoved", wayAt(n));
  },
  key: async ({ session, places }, count) => {
    for (let n = 0; n < count; n++) {
      // A new field now and then, as in a form.
      if (n % 40 === 0) await click(session, places.fields[(n / 40) % places.fields.length]!);
      await type(session, text[n % text.length]!);
    }
  },
  click: async ({ session, places }, count) => {
    for (let n = 0; n < count; n++) await click(session, placeOf(n, places));
  },
  wheel: async ({ session, places }, count) => {
    await mouse(session, "mouseMoved", places.scroller);
    for (let n = 0; n < count; n++)
      await session.send("Input.dispatchMouseEvent", {
        type: "mouseWheel",
        ...places.scroller,
        deltaX: 0,
        // Down for the first half, then up again.
        deltaY: n < count / 2 ? 90 : -90,
      });
  },
};
