// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from "vitest";
import { stepSchema } from "../../../schemas/step.ts";
import { at, type FakeRecording, fakeRecording } from "../fake-recording.ts";
import { startRecorders } from "../index.ts";

let fake: FakeRecording;
let ending: AbortController;

beforeEach(() => {
  ending = new AbortController();
  fake = fakeRecording();
  fake.recording.config.kinds = ["hover"];
  document.body.innerHTML = `<ul><li id="row">Row</li><li id="next">Next</li></ul>
    <button id="menu" aria-expanded="false">Menu</button><input id="field"><div data-private><button id="private">x</button></div>`;
  startRecorders(fake.recording, ending.signal);
});
afterEach(() => ending.abort());

function tell(type: string, selector: string, time: number, x = time): void {
  const init = { bubbles: true, composed: true, isPrimary: true, clientX: x, clientY: 0 };
  document.querySelector(selector)!.dispatchEvent(at(time, new PointerEvent(type, init)));
}
function presses(selector: string, time: number): void {
  tell("pointerdown", selector, time);
  tell("pointerup", selector, time + 50);
}
const shows = (where: string, html: string) =>
  document.querySelector(where)!.insertAdjacentHTML("beforeend", html);
const item = `<div style="position:absolute"><a id="item">x</a></div>`;

test("a menu that came up under the pointer is told with its button, as it was before", () => {
  tell("pointerover", "#menu", 1000);
  document.querySelector("#menu")!.setAttribute("aria-expanded", "true");
  shows("body", item);
  tell("pointerover", "#item", 1200);
  presses("#item", 1300);
  expect(fake.steps).toHaveLength(1);
  expect(stepSchema.parse(fake.steps[0])).toMatchObject({
    kind: "hover",
    effect: "opened",
    target: { role: "button", state: [] },
  });
  expect(fake.steps[0]!.at).toBeLessThan(performance.timeOrigin + 1100);
});

test("a button that a row shows is told with the row", () => {
  tell("pointerover", "#row", 1000);
  shows("#row", `<button id="edit">x</button>`);
  tell("pointerover", "#edit", 1100);
  presses("#edit", 1200);
  expect(fake.steps).toMatchObject([{ kind: "hover", target: { role: "listitem" } }]);
});

test("what was there, what a press brought up, what came after typing is none", () => {
  shows("body", item);
  tell("pointerover", "#menu", 1000);
  tell("pointerover", "#item", 1100);
  presses("#item", 1200);
  document.querySelector("#item")!.parentElement!.remove();

  presses("#menu", 2000);
  shows("body", item);
  tell("pointerover", "#item", 2200);
  presses("#item", 2300);
  document.querySelector("#item")!.parentElement!.remove();

  tell("pointerover", "#menu", 3000);
  document.querySelector("#field")!.dispatchEvent(at(3050, new KeyboardEvent("keydown", { bubbles: true })));
  shows("body", item);
  tell("pointerover", "#item", 3100);
  presses("#item", 3200);
  expect(fake.steps).toEqual([]);
});

test("what is in the page's flow and not in a row has loaded by itself", () => {
  tell("pointerover", "#menu", 1000);
  shows("body", `<div><a id="item">x</a></div>`);
  tell("pointerover", "#item", 1100);
  presses("#item", 1200);
  expect(fake.steps).toEqual([]);
});

test("nothing is told of a private part", () => {
  tell("pointerover", "#private", 1000);
  shows("body", item);
  tell("pointerover", "#item", 1200);
  presses("#item", 1300);
  expect(fake.steps).toEqual([]);
});
