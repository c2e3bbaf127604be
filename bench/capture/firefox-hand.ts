// Mouse, wheel and keyboard of Firefox: trusted events, made by one command of input each.
import type { Wire } from "./firefox-wire.ts";
import type { Hand, MouseButton, Point } from "./tab.ts";

const buttons: Record<MouseButton, number> = { left: 0, middle: 1, right: 2 };

/** Keys without a character, as WebDriver numbers them. */
const keys: Record<string, string> = {
  Backspace: "\uE003",
  Tab: "\uE004",
  Enter: "\uE007",
  Shift: "\uE008",
  Control: "\uE009",
  Alt: "\uE00A",
  Escape: "\uE00C",
  Space: " ",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  Delete: "\uE017",
};

function codeOf(key: string): string {
  const value = keys[key] ?? key;
  if ([...value].length !== 1) throw new Error(`Firefox's driver has no key ${key}.`);
  return value;
}

/** Milliseconds between two typed characters. */
const pace = 4;

export function firefoxHand(wire: Wire, context: string): Hand {
  let last: Point = { x: 0, y: 0 };
  const perform = (source: object): Promise<unknown> =>
    wire.send("input.performActions", { context, actions: [source] });
  const mouse = (actions: object[]) =>
    perform({ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions });
  const key = (actions: object[]) => perform({ type: "key", id: "keyboard", actions });
  const down = (button: MouseButton) => ({ type: "pointerDown", button: buttons[button] });
  const up = (button: MouseButton) => ({ type: "pointerUp", button: buttons[button] });

  return {
    move: async (to, steps = 3) => {
      const from = last;
      last = { x: Math.round(to.x), y: Math.round(to.y) };
      const part = (at: number, a: number, b: number) => Math.round(a + ((b - a) * at) / steps);
      await mouse(
        Array.from({ length: steps }, (_, nth) => ({
          type: "pointerMove",
          duration: 0,
          x: part(nth + 1, from.x, last.x),
          y: part(nth + 1, from.y, last.y),
        })),
      );
    },
    down: async (button = "left") => void (await mouse([down(button)])),
    up: async (button = "left") => void (await mouse([up(button)])),
    // Firefox counts clicks within one command only.
    click: async (button, count) =>
      void (await mouse(Array.from({ length: count }, () => [down(button), up(button)]).flat())),
    wheel: async (deltaX, deltaY) =>
      void (await perform({
        type: "wheel",
        id: "wheel",
        actions: [{ type: "scroll", x: last.x, y: last.y, deltaX, deltaY }],
      })),
    press: async (chord) => {
      const values = chord.split("+").map(codeOf);
      await key([
        ...values.map((value) => ({ type: "keyDown", value })),
        ...values.toReversed().map((value) => ({ type: "keyUp", value })),
      ]);
    },
    type: async (text) =>
      void (await key(
        [...text].flatMap((value) => [
          { type: "keyDown", value },
          { type: "keyUp", value },
          { type: "pause", duration: pace },
        ]),
      )),
  };
}
