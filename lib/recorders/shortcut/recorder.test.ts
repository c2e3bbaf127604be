// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type KindName, type StepOf, stepSchema } from "../../../schemas/step.ts";
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

function page(html: string, kinds: KindName[] = ["shortcut"]): void {
  document.body.innerHTML = html;
  ending = new AbortController();
  fake = fakeRecording();
  fake.recording.config.kinds = kinds;
  startRecorders(fake.recording, ending.signal);
}
const find = (selector: string) => document.querySelector(selector) as HTMLElement;

function press(selector: string, key: string, { time = 1000, ...init }: Record<string, unknown> = {}): void {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, composed: true, ...init });
  find(selector).dispatchEvent(at(time as number, event));
}
function steps(): StepOf<"shortcut">[] {
  vi.advanceTimersByTime(2000);
  for (const step of fake.steps) stepSchema.parse(step);
  return fake.steps as StepOf<"shortcut">[];
}

test("a command is one step with its field, however long the key is held", () => {
  page(`<input id="a">`);
  press("#a", "s", { ctrlKey: true });
  press("#a", "s", { ctrlKey: true, repeat: true, time: 1500 });
  expect(steps()).toMatchObject([{ kind: "shortcut", command: "save", target: { role: "textbox" } }]);
});

test("plain keys are nothing, in fields and outside", () => {
  page(`<input id="a"><p id="p">x</p>`);
  for (const key of ["a", "Enter", "ArrowDown", "Tab", " "]) press("#p", key);
  for (const key of ["a", "/", "Delete", "ArrowDown"]) press("#a", key);
  expect(steps()).toEqual([]);
});

test("the clipboard's own step takes the place of its commands", () => {
  page(`<input id="a">`, ["shortcut", "clipboard"]);
  press("#a", "c", { ctrlKey: true });
  expect(steps()).toEqual([]);
  ending.abort();
  page(`<input id="a">`);
  press("#a", "c", { ctrlKey: true });
  expect(steps()).toMatchObject([{ command: "copy" }]);
});

test.each([
  `<input id="a" type="password">`,
  `<div data-private><button id="a">x</button></div>`,
  `<input id="a" autocomplete="one-time-code">`,
])("%s has no commands", (html) => {
  page(html);
  press("#a", "z", { ctrlKey: true });
  press("#a", "Escape");
  expect(steps()).toEqual([]);
});

const list = `<div id="list" role="listbox" tabindex="0" aria-activedescendant="one">
  <p role="option" id="one">1</p><p role="option" id="two">2</p><p role="option" id="three">3</p></div>`;

test("Enter where the focus stays on the owner is about the active descendant", () => {
  page(list);
  press("#list", "Enter");
  expect(steps()).toMatchObject([{ command: "activate", target: { role: "option" } }]);
});

test("a run of arrows is one step about where it ended", () => {
  page(list);
  find("#list").focus();
  for (const [n, id] of ["two", "three", "two"].entries()) {
    press("#list", n < 2 ? "ArrowDown" : "ArrowUp", { time: 1000 + n * 100 });
    find("#list").setAttribute("aria-activedescendant", id);
    vi.advanceTimersByTime(1);
  }
  const [step, ...more] = steps();
  expect(more).toEqual([]);
  expect(step).toMatchObject({ command: "next", effect: "changed", target: { role: "option" } });
  expect(step?.target?.path.at(-1)).toMatchObject({ tag: "p", nth: 1 });
});

test("arrows that move nothing are nothing", () => {
  page(list);
  find("#list").focus();
  press("#list", "ArrowUp");
  expect(steps()).toEqual([]);
});
