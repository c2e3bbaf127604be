// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { down, fake, field, leaveField, sitDown, standUp, type } from "./typist.ts";

beforeEach(() => {
  vi.useFakeTimers();
  sitDown();
});
afterEach(() => {
  standUp();
  vi.useRealTimers();
});
const leave = (selector?: string) => {
  leaveField(selector);
  vi.advanceTimersByTime(1);
};

test.each([
  `<input id="a" type="password">`,
  `<input id="a" type="text" autocomplete="section-x one-time-code">`,
  `<input id="a" autocomplete="cc-number">`,
  `<textarea id="a" autocomplete="new-password"></textarea>`,
  `<div data-private><p><input id="a"></p></div>`,
])("%s leaves no trace", (html) => {
  document.body.innerHTML = html;
  type("hunter2");
  down("Enter", 2000);
  leave();
  vi.advanceTimersByTime(10_000);
  expect(fake.steps).toEqual([]);
  expect(fake.dropped).toEqual([]);
});

test("what ever was a password stays secret, shown before its first focus too", () => {
  document.body.innerHTML = `<button id="show" type="button">show</button><input id="a" type="password">`;
  document.querySelector("#show")!.dispatchEvent(new Event("pointerdown", { bubbles: true, composed: true }));
  field().type = "text";
  type("hunter2");
  leave();
  expect(fake.steps).toEqual([]);
});

test("a shown password that replaces the field by another of the same name stays secret", () => {
  document.body.innerHTML = `<input id="a" name="pw" type="password">`;
  field().dispatchEvent(new FocusEvent("focusin", { bubbles: true, composed: true }));
  document.body.innerHTML = `<input id="a" name="pw" type="text">`;
  type("hunter2");
  leave();
  expect(fake.steps).toEqual([]);
});

test("a field that turns secret takes its whole burst with it", () => {
  type("hunt");
  field().type = "password";
  leave();
  expect(fake.steps).toEqual([]);
});

test.each<[string, () => void]>([
  ["Enter", () => down("Enter", 1400)],
  ["a command", () => down("s", 1400, { ctrlKey: true })],
  ["a pause", () => vi.advanceTimersByTime(3000)],
  ["the field's being left", () => leave()],
])("a field that a style sheet masks amid a burst is asked anew as %s ends it, however soon", (_, end) => {
  let drawn = "none";
  const style = { getPropertyValue: () => drawn } as unknown as CSSStyleDeclaration;
  const asked = vi.spyOn(globalThis, "getComputedStyle").mockReturnValue(style);
  type("hunt");
  const once = asked.mock.calls.length;
  type("er", 1400);
  // What is looked at now and then is not looked at with each key, and is no answer at the end.
  expect(asked.mock.calls.length).toBe(once);
  drawn = "disc";
  end();
  vi.advanceTimersByTime(10_000);
  expect(fake.steps).toEqual([]);
});
