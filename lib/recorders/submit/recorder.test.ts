// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { stepSchema } from "../../../schemas/step.ts";
import { at, type FakeRecording, fakeRecording } from "../fake-recording.ts";
import { startRecorders } from "../index.ts";

let fake: FakeRecording;
let ending: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = `<form id="f"><input id="a"><input id="p" type="password"><button id="b">Go</button></form>`;
  ending = new AbortController();
  fake = fakeRecording();
  fake.recording.config.kinds = ["submit"];
  startRecorders(fake.recording, ending.signal);
});
afterEach(() => {
  ending.abort();
  vi.useRealTimers();
});

const find = (selector: string) => document.querySelector(selector) as HTMLElement;
const act = (selector: string, time: number) =>
  find(selector).dispatchEvent(at(time, new KeyboardEvent("keydown", { key: "Enter", bubbles: true })));
function send(time: number, prevented = false): void {
  const event = at(time, new SubmitEvent("submit", { bubbles: true, cancelable: true }));
  if (prevented) find("#f").addEventListener("submit", (of) => of.preventDefault(), { once: true });
  find("#f").dispatchEvent(event);
  vi.advanceTimersByTime(1);
}

test("a form sent in answer to an act is a step about the form, handed over at once", () => {
  act("#a", 1000);
  send(1010);
  expect(stepSchema.parse(fake.steps[0])).toMatchObject({ kind: "submit", effect: "navigated" });
  expect(fake.steps[0]?.target?.path.at(-1)?.tag).toBe("form");
  expect(fake.urgencies).toEqual(["now"]);
});

test("a form that the page keeps for itself is sent too; one it finds wrong says so", () => {
  act("#a", 1000);
  send(1010, true);
  find("#a").setAttribute("aria-invalid", "true");
  act("#a", 3000);
  send(3010, true);
  expect(fake.steps.map(({ effect }) => effect)).toEqual(["nothing", "invalid"]);
});

test("what a script sends by itself is none, nor what Enter in a secret field sends", () => {
  act("#a", 1000);
  send(2500);
  find("#p").focus();
  act("#p", 3000);
  send(3001);
  expect(fake.steps).toEqual([]);
});
