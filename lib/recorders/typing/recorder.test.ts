// @vitest-environment happy-dom
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type StepOf, stepSchema } from "../../../schemas/step.ts";
import { at, type FakeRecording, fakeRecording } from "../fake-recording.ts";
import { startRecorders } from "../index.ts";

let fake: FakeRecording;
let ending: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = `<form><input id="a" name="a"><textarea id="b"></textarea></form>
    <div id="e" contenteditable="true"><p>x</p></div>`;
  start();
});
afterEach(() => {
  ending.abort();
  vi.useRealTimers();
});

function start(): void {
  ending = new AbortController();
  fake = fakeRecording();
  fake.recording.config.kinds = ["typing"];
  startRecorders(fake.recording, ending.signal);
}

const field = (selector = "#a") => document.querySelector(selector) as HTMLInputElement;
const codeOf = (key: string) => (key.length === 1 ? `Key${key.toUpperCase()}` : key);

function down(key: string, time: number, { selector = "#a", ...init }: Record<string, unknown> = {}): void {
  const event = new KeyboardEvent("keydown", {
    key,
    code: codeOf(key),
    bubbles: true,
    composed: true,
    ...init,
  });
  field(selector as string).dispatchEvent(at(time, event));
}
function up(key: string, time: number, selector = "#a"): void {
  const event = new KeyboardEvent("keyup", { key, code: codeOf(key), bubbles: true, composed: true });
  field(selector).dispatchEvent(at(time, event));
}
function edit(value: string, time: number, selector = "#a"): void {
  field(selector).value = value;
  field(selector).dispatchEvent(at(time, new Event("input", { bubbles: true, composed: true })));
}
function type(text: string, from = 1000, selector = "#a"): void {
  [...text].forEach((key, n) => {
    down(key, from + n * 100, { selector });
    edit(text.slice(0, n + 1), from + n * 100 + 1, selector);
    up(key, from + n * 100 + 60, selector);
  });
}
const leave = (selector = "#a") =>
  field(selector).dispatchEvent(new FocusEvent("focusout", { bubbles: true, composed: true }));
const typed = () => fake.steps as StepOf<"typing">[];

test("a burst is one step: classes, dwell, flight, corrections, length", () => {
  type("ab1");
  down("Backspace", 1300);
  edit("ab", 1301);
  up("Backspace", 1350.4);
  leave();
  expect(stepSchema.parse(fake.steps[0])).toMatchObject({
    kind: "typing",
    keys: [
      ["text", 60, 0],
      ["text", 60, 100],
      ["digit", 60, 100],
      ["delete", 50, 100],
    ],
    corrections: 1,
    length: 2,
    effect: "changed",
    target: { role: "textbox", state: ["empty"] },
  });
});

test("keys that overlap are paired with their own release", () => {
  down("a", 1000);
  down("b", 1050);
  edit("ab", 1051);
  up("a", 1100);
  up("b", 1300);
  leave();
  expect(typed()[0]?.keys).toEqual([
    ["text", 100, 0],
    ["text", 250, 50],
  ]);
});

test("a key held down is one press, a composed one is of the class other", () => {
  down("a", 1000);
  down("a", 1500, { repeat: true });
  edit("aa", 1501);
  up("a", 1600);
  down("Process", 1700, { isComposing: true });
  up("Process", 1750);
  leave();
  expect(typed()[0]?.keys).toEqual([
    ["text", 600, 0],
    ["other", 50, 700],
  ]);
});

test("a long pause ends a burst, and Enter in a one-line field hands it over at once", () => {
  type("ab", performance.now());
  vi.advanceTimersByTime(2500);
  expect(fake.steps).toHaveLength(1);
  type("c", 9000);
  down("Enter", 9200);
  expect(fake.urgencies).toEqual(["soon", "now"]);
});

test("moving about and copying is no typing", () => {
  down("ArrowLeft", 1000);
  down("Shift", 1100);
  down("c", 1200, { ctrlKey: true });
  leave();
  expect(fake.steps).toEqual([]);
});

test("the text of an editor is one field", () => {
  const event = (name: string, init: EventInit) => at(10, new Event(name, init));
  document.querySelector("#e p")!.dispatchEvent(event("input", { bubbles: true, composed: true }));
  document
    .querySelector("#e p")!
    .dispatchEvent(new FocusEvent("focusout", { bubbles: true, composed: true }));
  expect(typed()[0]).toMatchObject({ length: 1, keys: [] });
  expect(typed()[0]?.target?.path.at(-1)?.tag).toBe("div");
});

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

const letters = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz");
const presses = fc.array(
  fc.record({
    one: letters,
    two: letters,
    dwell: fc.integer({ min: 1, max: 300 }),
    gap: fc.integer({ min: 1, max: 200 }),
  }),
  { minLength: 1, maxLength: 20 },
);

test("no ordering and no key slot lets a typed text be rebuilt", () => {
  fc.assert(
    fc.property(presses, fc.boolean(), (keys, rollover) => {
      const [one, two] = (["one", "two"] as const).map((which) => {
        ending.abort();
        start();
        field().value = "";
        // With rollover several keys are down at once, each text's own, as long as no key is pressed twice.
        const used = new Set<string>();
        const distinct = (key: string) => {
          let code = key.charCodeAt(0);
          while (used.has(String.fromCharCode(code))) code = code === 122 ? 97 : code + 1;
          used.add(String.fromCharCode(code));
          return String.fromCharCode(code);
        };
        const text = keys.map((key) => distinct(key[which]));
        const events: { time: number; run: () => void }[] = [];
        let time = 1000;
        text.forEach((key, n) => {
          const { dwell, gap } = keys[n]!;
          const pressed = time;
          events.push({ time: pressed, run: () => down(key, pressed) });
          events.push({ time: pressed + dwell, run: () => up(key, pressed + dwell) });
          time += rollover ? gap : dwell + gap;
        });
        events.sort((a, b) => a.time - b.time);
        for (const { run } of events) run();
        edit(text.join(""), time);
        leave();
        return typed();
      });
      expect(one).toHaveLength(1);
      expect(one).toEqual(two!.map((step, n) => ({ ...step, at: one![n]!.at })));
    }),
    { numRuns: 60 },
  );
});
