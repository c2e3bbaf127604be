// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { stepSchema } from "../../../schemas/step.ts";
import { at, type FakeRecording, fakeRecording } from "../fake-recording.ts";
import { startRecorders } from "../index.ts";

let fake: FakeRecording;
let ending: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  ending = new AbortController();
  fake = fakeRecording();
  fake.recording.config.kinds = ["drag"];
  document.body.innerHTML = `<div id="card" draggable="true"><b>Card</b></div><div id="zone"><i>x</i></div>
    <input id="pin" type="password"><div data-private><p id="private">x</p></div>`;
  startRecorders(fake.recording, ending.signal);
});
afterEach(() => {
  ending.abort();
  vi.useRealTimers();
});

const find = (selector: string) => document.querySelector(selector)!;
const tell = (selector: string, event: Event) => find(selector).dispatchEvent(event);
const press = (selector: string, time = 1000) =>
  tell(
    selector,
    at(time, new PointerEvent("pointerdown", { bubbles: true, composed: true, isPrimary: true })),
  );
const drag = (type: string, selector: string, time = 1100) =>
  tell(selector, at(time, new Event(type, { bubbles: true, composed: true })));
const tags = (path?: { tag: unknown }[]) => path?.map(({ tag }) => tag).slice(2);

test("by the browser: the source as it was pressed, the goal as it was let go, and what became of it", () => {
  press("#card b");
  drag("dragstart", "#card");
  drag("drop", "#zone i", 1500);
  find("#zone").append(find("#card"));
  drag("dragend", "#card", 1510);
  vi.advanceTimersByTime(300);
  expect(fake.steps).toHaveLength(1);
  const step = stepSchema.parse(fake.steps[0]);
  expect(step).toMatchObject({ kind: "drag", how: "native", effect: "changed" });
  expect(step.target?.path.slice(2)).toEqual([{ tag: "div", nth: 0 }]);
  expect(tags((step as { onto?: { path: { tag: unknown }[] } }).onto?.path)).toEqual(["div", "i"]);
});

test("where nothing takes it there is no goal", () => {
  press("#card");
  drag("dragstart", "#card");
  drag("dragend", "#card", 1500);
  vi.advanceTimersByTime(300);
  expect(fake.steps).toMatchObject([{ kind: "drag", how: "native", effect: "nothing" }]);
  expect(fake.steps[0]).not.toHaveProperty("onto");
});

test("what is dropped from outside of the page is no drag", () => {
  drag("drop", "#zone");
  vi.advanceTimersByTime(300);
  expect(fake.steps).toEqual([]);
});

test("a press without a way is no drag", () => {
  press("#card");
  tell("#card", at(1200, new PointerEvent("pointerup", { bubbles: true, composed: true, isPrimary: true })));
  vi.advanceTimersByTime(300);
  expect(fake.steps).toEqual([]);
});

test.each(["#pin", "#private"])("nothing is told of a drag from %s, and no goal of one onto it", (secret) => {
  press(secret);
  drag("dragstart", secret);
  drag("drop", "#zone");
  drag("dragend", secret);
  vi.advanceTimersByTime(300);
  expect(fake.steps).toEqual([]);

  press("#card");
  drag("dragstart", "#card");
  drag("drop", secret);
  vi.advanceTimersByTime(300);
  expect(fake.steps).toHaveLength(1);
  expect(fake.steps[0]).not.toHaveProperty("onto");
});
