// @vitest-environment happy-dom
// The property: of a typing step everything stored is a function of the classes of the keys and of the times at which
// they went down and up. Two hands that press other keys of the same classes at the same times leave the same bytes,
// so nothing in a step (no order, no slot, no pairing) tells which key it was. The texts may differ in every letter,
// and in which of their letters are the same; several keys may be down at once, as long as no key goes down twice.
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { StepOf } from "../../../schemas/step.ts";
import { createKeyReader } from "../../dom/key-class.ts";
import { at, type FakeRecording, fakeRecording } from "../fake-recording.ts";
import { startRecorders } from "../index.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const classes = {
  text: [..."abcdefghijklmnopqrstuvwxyzéßñ;,"],
  digit: [..."0123456789"],
  space: [" "],
} as const;
type Class = keyof typeof classes;

interface Press {
  keyClass: Class;
  /** Chooses the key among those of the class that are up. */
  choice: number;
  dwell: number;
  gap: number;
}
interface Stroke {
  key: string;
  down: boolean;
  time: number;
}

const press = fc.record({
  keyClass: fc.constantFrom<Class>("text", "text", "text", "digit", "space"),
  dwell: fc.integer({ min: 1, max: 300 }),
  gap: fc.integer({ min: 1, max: 200 }),
});
const hand = fc.array(press, { minLength: 1, maxLength: 20 });
const choices = fc.array(fc.nat({ max: 1000 }), { minLength: 20, maxLength: 20 });

/** The strokes of one text. The space bar cannot go down again before it is up: then its press is left out for all. */
function strokesOf(presses: readonly Press[]): Stroke[] {
  const strokes: Stroke[] = [];
  const upAt = new Map<string, number>();
  let time = 1000;
  for (const { keyClass, choice, dwell, gap } of presses) {
    time += gap;
    const free = classes[keyClass].filter((key) => (upAt.get(key) ?? 0) < time);
    if (free.length === 0) continue;
    const key = free[choice % free.length]!;
    upAt.set(key, time + dwell);
    strokes.push({ key, down: true, time }, { key, down: false, time: time + dwell });
  }
  return strokes.sort((a, b) => a.time - b.time || Number(a.down) - Number(b.down));
}

const codeOf = (key: string) => `Code${key.codePointAt(0)}`;
const keyboard = ({ key, down, time }: Stroke) =>
  at(
    time,
    new KeyboardEvent(down ? "keydown" : "keyup", { key, code: codeOf(key), bubbles: true, composed: true }),
  );

/** The bytes of what is stored when a text is typed into an empty field and the field is left. */
function storedOf(presses: readonly Press[]): string {
  document.body.innerHTML = `<form><input id="a" name="a"></form>`;
  const field = document.querySelector("input")!;
  const ending = new AbortController();
  const fake: FakeRecording = fakeRecording();
  fake.recording.config.kinds = ["typing", "shortcut", "clipboard", "choose", "submit"];
  startRecorders(fake.recording, ending.signal);
  let text = "";
  for (const stroke of strokesOf(presses)) {
    field.dispatchEvent(keyboard(stroke));
    if (!stroke.down) continue;
    text += stroke.key;
    field.value = text;
    const init = { inputType: "insertText", data: stroke.key, bubbles: true, composed: true };
    field.dispatchEvent(at(stroke.time, new InputEvent("input", init)));
  }
  fake.recording.settle();
  ending.abort();
  expect(fake.steps.map(({ kind }) => kind)).toEqual(["typing"]);
  expect((fake.steps as StepOf<"typing">[])[0]?.length).toBe(text.length);
  // The moment of the step is the only thing that a clock decides which the test does not hold.
  return JSON.stringify(fake.steps.map((step) => ({ ...step, at: 0 })));
}

const withChoices = (presses: readonly Omit<Press, "choice">[], of: readonly number[]): Press[] =>
  presses.map((one, n) => ({ ...one, choice: of[n]! }));

test("no ordering and no key slot lets a typed text be rebuilt: other keys of the same classes leave the same bytes", () => {
  fc.assert(
    fc.property(hand, choices, choices, (presses, one, other) => {
      expect(storedOf(withChoices(presses, one))).toBe(storedOf(withChoices(presses, other)));
    }),
    { numRuns: 100 },
  );
}, 60_000);

test("the bytes do change with a class and with a time: the comparison sees something", () => {
  const presses: Press[] = [0, 1, 2].map((choice) => ({ keyClass: "text", choice, dwell: 60, gap: 100 }));
  const digit = presses.map((one, n) => (n === 1 ? { ...one, keyClass: "digit" as const } : one));
  const longer = presses.map((one, n) => (n === 1 ? { ...one, dwell: 61 } : one));
  expect(new Set([presses, digit, longer].map(storedOf)).size).toBe(3);
});

test("the slot of a key is the lowest free number, whatever the key", () => {
  fc.assert(
    fc.property(hand, choices, (presses, of) => {
      const reader = createKeyReader();
      const held = new Map<string, number>();
      for (const stroke of strokesOf(withChoices(presses, of))) {
        if (stroke.down) {
          const taken = new Set(held.values());
          let lowest = 0;
          while (taken.has(lowest)) lowest++;
          const { slot } = reader.press(keyboard(stroke));
          expect(slot).toBe(lowest);
          held.set(stroke.key, slot);
        } else {
          expect(reader.release(keyboard(stroke))).toBe(held.get(stroke.key));
          held.delete(stroke.key);
        }
      }
    }),
  );
});
