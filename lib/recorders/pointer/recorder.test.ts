// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from "vitest";
import { type StepOf, stepSchema } from "../../../schemas/step.ts";
import { at, type FakeRecording, fakeRecording } from "../fake-recording.ts";
import { startRecorders } from "../index.ts";
import { mostPoints, thinned } from "./recorder.ts";
import { mostPoints as mostStored } from "./schema.ts";

let fake: FakeRecording;
let ending: AbortController;

beforeEach(() => {
  ending = new AbortController();
  fake = fakeRecording();
  fake.recording.config.kinds = ["pointer"];
  document.body.innerHTML = `<button id="a">x</button><div data-private><button id="private">x</button></div>`;
  startRecorders(fake.recording, ending.signal);
});
afterEach(() => ending.abort());

function tell(type: string, selector: string, time: number, [x, y] = [0, 0]): void {
  const init = { bubbles: true, composed: true, isPrimary: true, clientX: x, clientY: y, detail: 1 };
  document.querySelector(selector)!.dispatchEvent(at(time, new PointerEvent(type, init)));
}
function click(selector: string, time: number, place: [number, number]): void {
  tell("pointerdown", selector, time, place);
  tell("pointerup", selector, time + 60, place);
  tell("click", selector, time + 60, place);
}
const paths = () => (fake.steps as StepOf<"pointer">[]).map(({ path }) => path);

test("the way from the last rest to the press, beginning with its first point", () => {
  tell("pointermove", "#a", 100, [1, 1]);
  tell("pointermove", "#a", 1000, [10, 10]);
  tell("pointermove", "#a", 1100, [20.4, 10]);
  click("#a", 2000, [20, 10]);
  stepSchema.parse(fake.steps[0]);
  expect(paths()).toEqual([
    [
      [10, 10, 0],
      [20, 10, 100],
      [20, 10, 1000],
    ],
  ]);
});

test("none without a move, and none that goes over an act before", () => {
  tell("pointermove", "#a", 1000, [10, 10]);
  tell("pointermove", "#a", 1100, [20, 10]);
  document.querySelector("#a")!.dispatchEvent(at(1200, new KeyboardEvent("keydown", { bubbles: true })));
  click("#a", 1300, [20, 10]);
  click("#a", 1500, [20, 10]);
  expect(fake.steps).toEqual([]);
});

test("none to a click by a key", () => {
  tell("pointermove", "#a", 1000, [10, 10]);
  document
    .querySelector("#a")!
    .dispatchEvent(at(1100, new MouseEvent("click", { bubbles: true, detail: 0 })));
  expect(fake.steps).toEqual([]);
});

test("what the pointer did in a private part is not told", () => {
  tell("pointerover", "#private", 900, [50, 50]);
  tell("pointermove", "#private", 910, [50, 50]);
  tell("pointermove", "#private", 950, [51, 50]);
  tell("pointerover", "#a", 1000, [10, 10]);
  tell("pointermove", "#a", 1001, [10, 10]);
  tell("pointermove", "#a", 1010, [12, 10]);
  click("#a", 1100, [12, 10]);
  click("#private", 1300, [50, 50]);
  expect(paths()).toEqual([
    [
      [10, 10, 0],
      [12, 10, 9],
      [12, 10, 99],
    ],
  ]);
});

test("a long way is thinned out evenly, and keeps both ends", () => {
  expect(mostPoints).toBe(mostStored);
  const points = Array.from({ length: 1000 }, (_, n) => n);
  const few = thinned(points);
  expect(few).toHaveLength(mostPoints);
  expect([few[0], few.at(-1)]).toEqual([0, 999]);
  const gaps = few.slice(1).map((point, n) => point - few[n]!);
  expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
});

test("the way to what the page takes away as it is pressed, once", async () => {
  tell("pointermove", "#a", 1000, [10, 10]);
  tell("pointermove", "#a", 1010, [12, 10]);
  tell("pointerdown", "#a", 1100, [12, 10]);
  document.querySelector("#a")!.remove();
  tell("pointerup", "body", 1160, [12, 10]);
  await expect.poll(paths).toHaveLength(1);
  tell("click", "body", 1160, [12, 10]);
  expect(paths()).toHaveLength(1);
});
