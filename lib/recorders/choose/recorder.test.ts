// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type StepOf, stepSchema } from "../../../schemas/step.ts";
import { at, type FakeRecording, fakeRecording } from "../fake-recording.ts";
import { startRecorders } from "../index.ts";

let fake: FakeRecording;
let ending: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  ending.abort();
  vi.useRealTimers();
});

function page(html: string): void {
  document.body.innerHTML = html;
  ending = new AbortController();
  fake = fakeRecording({ terms: [{ en: "Open" }, { en: "Done" }, { en: "Large" }] });
  fake.recording.config.kinds = ["choose"];
  startRecorders(fake.recording, ending.signal);
}
const find = (selector: string) => document.querySelector(selector) as HTMLInputElement;
const tell = (selector: string, type: string, time = performance.now()) =>
  find(selector).dispatchEvent(at(time, new Event(type, { bubbles: true, composed: true })));
const chosen = () => fake.steps.map((step) => stepSchema.parse(step)) as StepOf<"choose">[];

test("a list gone through with the keys is one choice, with the option's term", () => {
  page(`<select id="s"><option>Open</option><option>Done</option></select>`);
  tell("#s", "focusin");
  for (let n = 0; n < 3; n++) {
    find("#s").value = "Done";
    tell("#s", "input");
    tell("#s", "change");
    vi.advanceTimersByTime(400);
  }
  expect(fake.steps).toEqual([]);
  vi.advanceTimersByTime(1500);
  expect(chosen()).toMatchObject([{ control: "select", option: 1, effect: "changed" }]);
});

test("of a list of many the one option that changed is told, of several none", () => {
  page(`<select id="s" multiple><option>Open</option><option>Done</option><option>Large</option></select>`);
  const { options } = find("#s") as unknown as HTMLSelectElement;
  const changes = (...changed: number[]) => {
    tell("#s", "pointerdown");
    for (const n of changed) options[n]!.selected = !options[n]!.selected;
    tell("#s", "change");
    tell("#s", "focusout");
  };
  changes(2);
  changes(1);
  changes(1);
  changes(0, 1);
  expect(chosen().map(({ option }) => option)).toEqual([2, 1, 1, null]);
});

test("an option that is not published is no option", () => {
  page(`<select id="s"><option>Ada Lovelace</option></select>`);
  tell("#s", "change");
  tell("#s", "focusout");
  expect(chosen()).toMatchObject([{ option: null }]);
});

test("a checkbox and its label's click are one choice, with the state before", () => {
  page(`<label id="l" for="c">Agree</label><input id="c" type="checkbox">`);
  const press = new Event("pointerdown", { bubbles: true, composed: true });
  find("#l").dispatchEvent(press);
  // The browser, and happy-dom, click the control by themselves.
  find("#l").click();
  expect(find("#c").checked).toBe(true);
  expect(chosen()).toMatchObject([
    { control: "checkbox", option: null, effect: "changed", target: { role: "checkbox", state: [] } },
  ]);
});

test("a radio button's option is its own name", () => {
  page(`<label><input id="r" type="radio" name="a">Large</label>`);
  find("#r").click();
  expect(chosen()).toMatchObject([{ control: "radio", option: 2, target: { state: [] } }]);
});

test.each([
  ["date", "date"],
  ["datetime-local", "date"],
  ["range", "range"],
  ["color", "colour"],
])("%s is one choice however many events it makes, without its value", (type, control) => {
  page(`<input id="i" type="${type}">`);
  for (let n = 0; n < 5; n++) tell("#i", "input");
  tell("#i", "change");
  tell("#i", "focusout");
  expect(chosen()).toMatchObject([{ control, option: null }]);
});

test("a slider that is held still is still the same choice", () => {
  page(`<input id="i" type="range">`);
  tell("#i", "pointerdown");
  tell("#i", "input");
  vi.advanceTimersByTime(5000);
  expect(fake.steps).toEqual([]);
  tell("#i", "pointerup");
  vi.advanceTimersByTime(2500);
  expect(chosen()).toHaveLength(1);
});

test("a file is told of twice and chosen once", () => {
  page(`<input id="f" type="file">`);
  tell("#f", "input");
  tell("#f", "change");
  expect(chosen()).toMatchObject([{ control: "file", option: null }]);
});

test("nothing is chosen in private", () => {
  page(`<div data-private><select id="s"><option>Open</option></select><input id="c" type="checkbox"></div>`);
  tell("#s", "change");
  find("#c").click();
  vi.advanceTimersByTime(3000);
  expect(fake.steps).toEqual([]);
});

test("a text field's changes are no choice", () => {
  page(`<input id="t">`);
  tell("#t", "input");
  tell("#t", "change");
  vi.advanceTimersByTime(3000);
  expect(fake.steps).toEqual([]);
});
