// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { stepSchema } from "../../../schemas/step.ts";
import { at, type FakeRecording, fakeRecording } from "../fake-recording.ts";
import { startRecorders } from "../index.ts";

let fake: FakeRecording;
let ending: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = `<input id="a" value="abc"><input id="p" type="password"><p id="t">x</p>`;
  ending = new AbortController();
  fake = fakeRecording();
  fake.recording.config.kinds = ["clipboard"];
  startRecorders(fake.recording, ending.signal);
});
afterEach(() => {
  ending.abort();
  vi.useRealTimers();
});

const find = (selector: string) => document.querySelector(selector) as HTMLInputElement;
const tell = (selector: string, event: Event, time: number) => find(selector).dispatchEvent(at(time, event));
const init = { bubbles: true, composed: true, cancelable: true };
const keys = (selector: string, key: string, time: number) =>
  tell(selector, new KeyboardEvent("keydown", { key, ctrlKey: true, ...init }), time);

/** An event whose clipboard fails the test when it is asked for. */
function clip(type: string): Event {
  const event = new Event(type, init);
  Object.defineProperty(event, "clipboardData", {
    get: () => {
      throw new Error("asked for the clipboard");
    },
  });
  return event;
}
const done = () => {
  vi.advanceTimersByTime(1);
  return fake.steps.map((step) => stepSchema.parse(step));
};

test("copy, cut and paste by keys are a step each, about the field, without a word of it", () => {
  find("#a").setSelectionRange(0, 2);
  for (const [n, [key, type]] of [
    ["c", "copy"],
    ["x", "cut"],
    ["v", "paste"],
  ].entries()) {
    keys("#a", key!, 1000 + n * 100);
    tell("#a", clip(type!), 1001 + n * 100);
  }
  expect(done()).toMatchObject([
    { act: "copied", from: null, target: { role: "textbox" } },
    { act: "cut", from: null },
    { act: "pasted", from: null },
  ]);
  expect(fake.dropped).toEqual([]);
});

test("with nothing selected only a page that copies by itself copies", () => {
  find("#a").setSelectionRange(1, 1);
  keys("#a", "c", 1000);
  tell("#a", clip("copy"), 1001);
  expect(done()).toEqual([]);
  find("#a").addEventListener("copy", (event) => event.preventDefault());
  keys("#a", "c", 2000);
  tell("#a", clip("copy"), 2001);
  expect(done()).toMatchObject([{ act: "copied" }]);
});

test("the browser's menu is the person; a page's button is not", () => {
  find("#a").setSelectionRange(0, 2);
  tell("#t", new Event("pointerdown", init), 1000);
  tell("#t", new Event("click", init), 1050);
  tell("#a", clip("copy"), 1051);
  expect(done()).toEqual([]);
  tell("#a", new Event("contextmenu", init), 1500);
  tell("#a", clip("copy"), 1900);
  expect(done()).toMatchObject([{ act: "copied" }]);
});

test("nothing in secret fields, nor while one has the focus", () => {
  keys("#p", "v", 1000);
  tell("#p", clip("paste"), 1001);
  find("#p").focus();
  keys("#t", "v", 2000);
  tell("#t", clip("paste"), 2001);
  expect(done()).toEqual([]);
});
