// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { stepSchema } from "../../../schemas/step.ts";
import { type FakeRecording, fakeRecording } from "../fake-recording.ts";
import { startRecorders } from "../index.ts";

let fake: FakeRecording;
let ending: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  ending = new AbortController();
  fake = fakeRecording();
  fake.recording.config.kinds = ["scroll"];
  document.body.innerHTML = `<div id="s"><p id="in">x</p><input id="field"></div><div id="other"></div>
    <div data-private><div id="private"><p id="inside">x</p></div></div>`;
  startRecorders(fake.recording, ending.signal);
});
afterEach(() => {
  ending.abort();
  vi.useRealTimers();
});

const find = (selector: string) => document.querySelector(selector) as HTMLElement;
const tell = (selector: string, event: Event) => find(selector).dispatchEvent(event);
const wheel = (selector = "#in") => tell(selector, new WheelEvent("wheel", { bubbles: true }));
const key = (name: string, selector = "#in") =>
  tell(selector, new KeyboardEvent("keydown", { key: name, code: name, bubbles: true, cancelable: true }));
function scrolls(selector: string, top: number, left = 0): void {
  find(selector).scrollTop = top;
  find(selector).scrollLeft = left;
  tell(selector, new Event("scroll"));
}
const rest = () => vi.advanceTimersByTime(1000);

test("a burst is one step: the scroller, how far in all, and the way it went most", () => {
  find("#s").scrollTop = 500;
  for (const top of [600, 700, 900, 800]) {
    wheel();
    scrolls("#s", top, 10);
  }
  rest();
  expect(fake.steps).toHaveLength(1);
  expect(stepSchema.parse(fake.steps[0])).toMatchObject({
    kind: "scroll",
    direction: "down",
    by: [10, 300],
    target: { path: [{}, {}, { tag: "div", nth: 0 }] },
  });
});

test("a browser that scrolls before it tells of the wheel loses nothing: the wheel says which way", () => {
  const turn = (deltaY: number) => tell("#in", new WheelEvent("wheel", { bubbles: true, deltaY }));
  find("#s").scrollTop = 50;
  turn(50);
  scrolls("#s", 50);
  rest();
  find("#s").scrollTop = 0;
  turn(-50);
  scrolls("#s", 0);
  rest();
  expect(fake.steps).toMatchObject([
    { direction: "down", by: [0, 50] },
    { direction: "up", by: [0, -50] },
  ]);
});

test("a rest ends a burst", () => {
  wheel();
  scrolls("#s", 100);
  rest();
  wheel();
  scrolls("#s", 0);
  rest();
  expect(fake.steps).toMatchObject([{ direction: "down" }, { direction: "up" }]);
});

test("a press ends a burst, however soon the same scroller goes on", () => {
  wheel();
  scrolls("#s", 100);
  tell("#other", new PointerEvent("pointerdown", { bubbles: true, pointerType: "mouse" }));
  wheel();
  scrolls("#s", 0);
  rest();
  expect(fake.steps).toMatchObject([{ direction: "down" }, { direction: "up" }]);
});

test("what no hand moved is none: scripts, what follows another scroller, and what a hand moved long ago", () => {
  scrolls("#s", 100);
  wheel();
  scrolls("#other", 100);
  rest();
  scrolls("#s", 200);
  rest();
  expect(fake.steps).toEqual([]);
});

test("a key scrolls, unless the page handles it, it is typed, or it moves the focus", () => {
  key("PageDown");
  key("x");
  scrolls("#s", 100);
  rest();
  expect(fake.steps).toHaveLength(1);

  const handled = (event: Event) => event.preventDefault();
  find("#s").addEventListener("keydown", handled);
  key("ArrowDown");
  scrolls("#s", 200);
  rest();
  find("#s").removeEventListener("keydown", handled);
  key(" ", "#field");
  scrolls("#s", 300);
  rest();
  key("Tab");
  tell("#field", new FocusEvent("focusin", { bubbles: true }));
  scrolls("#s", 400);
  rest();
  expect(fake.steps).toHaveLength(1);
});

test("nothing is told of a private part", () => {
  wheel("#inside");
  scrolls("#private", 100);
  rest();
  expect(fake.steps).toEqual([]);
});

test("the middle button scrolls that way and slowly from where the pointer leaves it; what a page does then is no step", () => {
  const point = (type: string, y: number) =>
    tell(
      "#in",
      new PointerEvent(type, { bubbles: true, isPrimary: true, button: 1, clientX: 10, clientY: y }),
    );
  const middle = (moves: () => void, from = 0) => {
    find("#s").scrollTop = from;
    point("pointerdown", 10);
    moves();
    rest();
    return fake.steps.length;
  };
  expect(middle(() => scrolls("#s", 40))).toBe(0);
  expect(middle(() => [point("pointermove", 300), scrolls("#s", 500)])).toBe(0);
  expect(middle(() => [point("pointermove", 300), scrolls("#s", 270)], 300)).toBe(0);
  expect(middle(() => [point("pointermove", 300), scrolls("#s", 0), scrolls("#s", 500)])).toBe(0);
  expect(middle(() => [point("pointermove", 300), scrolls("#s", 20), scrolls("#s", 400)])).toBe(1);
  expect(fake.steps[0]).toMatchObject({ kind: "scroll", by: [0, 400] });
});
