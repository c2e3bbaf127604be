// Somebody who types, for the tests of this folder.
import type { KindName } from "../../../schemas/step.ts";
import { at, type FakeRecording, fakeRecording } from "../fake-recording.ts";
import { startRecorders } from "../index.ts";

/** What is recorded, anew for each test. */
export let fake: FakeRecording;
let ending: AbortController;

/** A page of a one-line field `#a`, a text area `#b` and an editor `#e`, and a recorder that runs. */
export function sitDown(): void {
  document.body.innerHTML = `<form><input id="a" name="a"><textarea id="b"></textarea></form>
    <div id="e" contenteditable="true"><p>x</p></div>`;
  start();
}
export const standUp = (): void => ending.abort();

export function start(kinds: KindName[] = ["typing"]): void {
  ending = new AbortController();
  fake = fakeRecording();
  fake.recording.config.kinds = kinds;
  startRecorders(fake.recording, ending.signal);
}

export const field = (selector = "#a") => document.querySelector(selector) as HTMLInputElement;
const codeOf = (key: string) => (key.length === 1 ? `Key${key.toUpperCase()}` : key);

export function down(
  key: string,
  time: number,
  { selector = "#a", ...init }: Record<string, unknown> = {},
): void {
  const event = new KeyboardEvent("keydown", {
    key,
    code: codeOf(key),
    bubbles: true,
    composed: true,
    ...init,
  });
  field(selector as string).dispatchEvent(at(time, event));
}
export function up(key: string, time: number, selector = "#a"): void {
  const event = new KeyboardEvent("keyup", { key, code: codeOf(key), bubbles: true, composed: true });
  field(selector).dispatchEvent(at(time, event));
}
export function edit(value: string, time: number, selector = "#a"): void {
  field(selector).value = value;
  field(selector).dispatchEvent(at(time, new Event("input", { bubbles: true, composed: true })));
}
export function type(text: string, from = 1000, selector = "#a"): void {
  [...text].forEach((key, n) => {
    down(key, from + n * 100, { selector });
    edit(text.slice(0, n + 1), from + n * 100 + 1, selector);
    up(key, from + n * 100 + 60, selector);
  });
}
/** The field is left; what was typed is told a moment later. */
export function leaveField(selector = "#a"): void {
  (document.activeElement as HTMLElement | null)?.blur();
  field(selector).dispatchEvent(new FocusEvent("focusout", { bubbles: true, composed: true }));
}
