// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { stepSchema } from "../../../schemas/step.ts";
import { at, type FakeRecording, fakeRecording } from "../fake-recording.ts";
import { begin } from "../recording.ts";
import { startShortcut } from "../shortcut/recorder.ts";
import { startTyping } from "../typing/recorder.ts";
import { startClick } from "./recorder.ts";

let fake: FakeRecording;
let ending: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  ending = new AbortController();
});
afterEach(() => {
  ending.abort();
  vi.useRealTimers();
});

function page(html: string, terms: Record<string, string>[] = []): void {
  document.body.innerHTML = html;
  fake = fakeRecording({ terms });
  startClick(fake.recording, ending.signal);
}

const find = (selector: string) => document.querySelector(selector)!;

function click(selector: string, { time = 1000, detail = 1, type = "click", button = 0 } = {}): void {
  const init = { bubbles: true, composed: true, detail, button };
  find(selector).dispatchEvent(at(time, new MouseEvent(type, init)));
}

test("a click on the icon inside a button is a click on the button, in the receiver's own shape", () => {
  page(`<main><button type="button"><svg><path id="icon"/></svg>Deploy</button></main>`, [{ en: "Deploy" }]);
  click("#icon");
  expect(fake.steps).toEqual([]);
  vi.advanceTimersByTime(500);
  expect(fake.steps).toHaveLength(1);
  const step = stepSchema.parse(fake.steps[0]);
  expect(step).toMatchObject({ kind: "click", button: "main", count: 1, effect: "nothing", frame: [] });
  expect(step.target).toMatchObject({ role: "button", name: 0 });
  expect(step.target?.path.map(({ tag }) => tag)).toEqual(["html", "body", "main", "button"]);
  expect(step.target?.selectors).toContainEqual({
    by: "role",
    role: "button",
    name: 0,
    within: { role: "main", name: null },
  });
  expect(step.target?.selectors).toContainEqual({
    by: "ordinal",
    role: "button",
    nth: 0,
    within: { role: "main", name: null },
  });
});

test("a double click is one step with a count", () => {
  page(`<div id="a">x</div>`);
  click("#a", { time: 1000, detail: 1 });
  click("#a", { time: 1200, detail: 2 });
  vi.advanceTimersByTime(500);
  expect(fake.steps).toMatchObject([{ kind: "click", count: 2 }]);
});

test("two clicks on two elements are two steps in their order", () => {
  page(`<div id="a">x</div><p id="b">x</p>`);
  click("#a", { time: 1000 });
  click("#b", { time: 1100 });
  vi.advanceTimersByTime(500);
  expect(fake.steps.map(({ target }) => target?.path.at(-1)?.tag)).toEqual(["div", "p"]);
});

test("a label's click and its checkbox's are one step, with the state before", () => {
  page(`<label id="l" for="c">Agree</label><input id="c" type="checkbox">`);
  // The browser, and happy-dom, click the control by themselves.
  click("#l");
  expect((find("#c") as HTMLInputElement).checked).toBe(true);
  vi.advanceTimersByTime(500);
  expect(fake.steps).toHaveLength(1);
  expect(fake.steps[0]).toMatchObject({ effect: "changed", target: { role: "checkbox", state: [] } });
});

test("a double click is one step where the page redraws between the two, and far apart they are two", () => {
  page(`<div id="a">x</div><div id="b">x</div>`);
  click("#a", { time: 1000 });
  find("#a").outerHTML = `<div id="a">y</div>`;
  click("#a", { time: 1200, detail: 2 });
  vi.advanceTimersByTime(600);
  expect(fake.steps).toMatchObject([{ count: 2 }]);
});

test("a click into a field is a part of the typing that follows, and a step without it", () => {
  page(`<input id="a"><input id="b"><button type="button" id="x">x</button>`);
  const types = (selector: string, inputType = "insertText") =>
    find(selector).dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, inputType }));
  click("#a", { time: 1000 });
  types("#a");
  click("#x", { time: 3000 });
  vi.advanceTimersByTime(600);
  expect(fake.steps.map(({ target }) => target?.role)).toEqual(["button"]);

  click("#a", { time: 4000 });
  types("#b");
  click("#b", { time: 5000 });
  types("#b", "insertFromPaste");
  fake.recording.settle();
  expect(fake.steps.map(({ target }) => target?.role)).toEqual(["button", "textbox", "textbox"]);
});

test("what is gone as it is pressed does not part the next click from its typing, however late the timers are", () => {
  page(`<button type="button" id="gone">x</button><input id="a">`);
  const { recording } = fake;
  const button = find("#gone");
  const pressed = { timeStamp: 1000, x: 0, y: 0, button: 0, origin: button, element: button };
  const outcome = Object.assign(() => ({ effect: "nothing" as const }), { end() {} });
  const opening = begin(recording, 1000, button);
  recording.press = { ...pressed, opening, take: () => outcome, over() {} };
  button.dispatchEvent(at(1000, new PointerEvent("pointerup", { bubbles: true })));
  button.remove();
  // No timer has run yet.
  recording.press = null;
  click("#a", { time: 1020 });
  vi.advanceTimersByTime(100);
  find("#a").dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
  recording.settle();
  expect(fake.steps.map(({ target }) => target?.role)).toEqual(["button"]);
});

test("a click in a native control is a part of the choice", () => {
  page(`<select id="s"><option>1</option></select><input type="range" id="r"><input type="checkbox" id="c">`);
  fake.recording.config.kinds = ["click", "choose"];
  click("#s", { time: 1000 });
  find("#s").dispatchEvent(new Event("change", { bubbles: true }));
  click("#c", { time: 2000 });
  fake.recording.settle();
  expect(fake.steps).toEqual([]);
  click("#s", { time: 3000 });
  fake.recording.settle();
  expect(fake.steps).toMatchObject([{ kind: "click", count: 1 }]);
});

test("Enter in a field clicks the form's button by itself: that is no click", () => {
  page(`<form><input id="a"><button id="go">Go</button></form>`);
  (find("#a") as HTMLInputElement).focus();
  click("#go", { detail: 0 });
  vi.advanceTimersByTime(600);
  expect(fake.steps).toEqual([]);
});

test("a link and a submit button are handed over inside the event, a link to a part of the page is not", () => {
  page(`<a id="out" href="http://tool.example/x">x</a><form><button id="go">Go</button></form>`);
  click("#out");
  click("#go", { detail: 0 });
  expect(fake.urgencies).toEqual(["now", "now"]);
});

test("what opens says so", () => {
  page(`<button type="button" id="b" aria-expanded="false">Menu</button>`);
  click("#b");
  find("#b").setAttribute("aria-expanded", "true");
  vi.advanceTimersByTime(500);
  expect(fake.steps).toMatchObject([{ effect: "opened" }]);
});

test.each([
  ["auxclick", 1, "auxiliary"],
  ["contextmenu", 2, "context"],
])("%s is the %s button's click", (type, button, name) => {
  page(`<div id="a">x</div>`);
  click("#a", { type, button });
  vi.advanceTimersByTime(500);
  expect(fake.steps).toMatchObject([{ button: name, count: 1 }]);
});

test("a secret field is not clicked, nor its label, nor a button by Enter in it", () => {
  page(
    `<form><label id="l" for="p">PIN</label><input id="p" type="password"><button id="go">Go</button></form>
     <div data-private><button id="inner">x</button></div>`,
  );
  click("#p");
  click("#l");
  click("#inner");
  (find("#p") as HTMLInputElement).focus();
  click("#go", { detail: 0 });
  vi.advanceTimersByTime(1000);
  expect(fake.steps).toEqual([]);
});

test("inside an open shadow root the path crosses it", () => {
  page(`<x-app></x-app>`);
  const root = find("x-app").attachShadow({ mode: "open" });
  root.innerHTML = `<p>one</p><p>two</p><button type="button">x</button>`;
  root
    .querySelector("button")!
    .dispatchEvent(at(5, new MouseEvent("click", { bubbles: true, composed: true, detail: 1 })));
  vi.advanceTimersByTime(500);
  expect(fake.steps[0]?.target?.path.slice(2)).toEqual([
    { tag: "custom", nth: 0 },
    { tag: "button", nth: 0, boundary: "shadow-open" },
  ]);
});

test("a page that breaks our reading is counted and sees no exception", () => {
  page(`<div id="a">x</div>`);
  fake.recording.lookup.route = () => {
    throw new Error("broken");
  };
  const seen = vi.fn();
  window.addEventListener("error", seen, { signal: ending.signal });
  click("#a");
  expect(fake.dropped).toEqual(["recorder-error"]);
  expect(seen).not.toHaveBeenCalled();
});

test("nothing is emitted once recording has ended", () => {
  page(`<div id="a">x</div>`);
  click("#a");
  ending.abort();
  vi.advanceTimersByTime(5000);
  click("#a");
  expect(fake.steps).toEqual([]);
});

test.each([0, 2000])(
  "a field that is clicked, selected and typed into %d ms later is typed into",
  (thought) => {
    page(`<input id="field">`);
    fake.recording.config.kinds = ["click", "typing", "shortcut"];
    startShortcut(fake.recording, ending.signal);
    startTyping(fake.recording, ending.signal);
    const keydown = (key: string, time: number, ctrlKey = false) =>
      find("#field").dispatchEvent(at(time, new KeyboardEvent("keydown", { key, ctrlKey, bubbles: true })));
    (find("#field") as HTMLInputElement).focus();
    click("#field", { time: 1000 });
    keydown("a", 1100, true);
    vi.advanceTimersByTime(thought);
    keydown("b", 1200 + thought);
    const init = { bubbles: true, inputType: "insertText" };
    find("#field").dispatchEvent(at(1201 + thought, new InputEvent("input", init)));
    vi.advanceTimersByTime(5000);
    fake.recording.settle();
    expect(fake.steps.map(({ kind }) => kind)).toEqual(["shortcut", "typing"]);
  },
);
