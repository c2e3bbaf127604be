// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Step, type StepOf, stepSchema } from "../../../schemas/step.ts";
import { epochOf } from "../../dom/epoch.ts";
import { at } from "../fake-recording.ts";
import { down, edit, fake, field, leaveField, sitDown, standUp, start, type, up } from "./typist.ts";

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

/** An edit as the browser tells it: before it in rich text, after it in plain text. */
function insert(inputType: string, time: number, { selector = "#a", value = "x" } = {}): void {
  const init = { inputType, data: "CANARY", bubbles: true, composed: true };
  field(selector).dispatchEvent(at(time, new InputEvent("beforeinput", init)));
  if (field(selector) instanceof HTMLInputElement) field(selector).value = value;
  field(selector).dispatchEvent(at(time, new InputEvent("input", init)));
}
const send = (type: string, time: number, selector = "#a") =>
  field(selector).dispatchEvent(at(time, new Event(type, { bubbles: true, composed: true })));

test("the text of an editor is one field", () => {
  field("#e").focus();
  insert("insertText", 10, { selector: "#e p" });
  leave("#e p");
  expect(typed()[0]).toMatchObject({ length: 1, keys: [], by: ["other"] });
  expect(typed()[0]?.target?.path.at(-1)?.tag).toBe("div");
});

test.each([
  ["insertCompositionText", "composition"],
  ["insertFromDrop", "drop"],
  ["insertReplacementText", "autofill"],
  ["insertFromPaste", "paste"],
  ["insertText", "other"],
])("%s without keys is typing by %s, without keys", (inputType, means) => {
  field().focus();
  insert(inputType, 5000);
  leave();
  expect(typed()).toMatchObject([{ by: [means], keys: [], length: 1 }]);
  expect(JSON.stringify(typed())).not.toContain("CANARY");
});

test("a suggestion of the browser's menu is spelling", () => {
  field().focus();
  send("contextmenu", 4000);
  insert("insertReplacementText", 5000);
  leave();
  expect(typed()).toMatchObject([{ by: ["spelling"] }]);
});

test("what the clipboard's own step tells is no typing", () => {
  standUp();
  start(["typing", "clipboard"]);
  field().focus();
  insert("insertFromPaste", 5000);
  insert("deleteByCut", 5100);
  leave();
  expect(typed()).toEqual([]);
});

test("undo by keys is a command, and ends what was typed", () => {
  type("ab");
  down("z", 1400, { ctrlKey: true });
  insert("historyUndo", 1405);
  leave();
  expect(typed()).toMatchObject([
    { by: ["keys"], keys: [["text"], ["text"]].map(([c]) => [c, 60, expect.any(Number)]) },
  ]);
});

test("a page that writes in answer to a click is not the person", () => {
  field("#b").focus();
  send("click", 5000, "#e");
  insert("insertText", 5010, { selector: "#b" });
  leave("#b");
  expect(typed()).toEqual([]);
});

test("an input method's run is one, however long it takes", () => {
  field().focus();
  send("compositionstart", 1000);
  insert("insertCompositionText", 1001);
  vi.advanceTimersByTime(9000);
  insert("insertCompositionText", 10_000, { value: "xy" });
  send("compositionend", 10_001);
  leave();
  expect(typed()).toMatchObject([{ by: ["composition"], length: 2 }]);
});

test("a field that the page makes anew is typed on in", () => {
  type("ab");
  field().dispatchEvent(new FocusEvent("focusout", { bubbles: true, composed: true }));
  document.querySelector("form")!.innerHTML = `<input id="a" name="a">`;
  field().focus();
  vi.advanceTimersByTime(1);
  type("abc", 1300);
  leave();
  expect(typed()).toMatchObject([{ length: 3, target: { state: ["empty"] } }]);
  expect(typed()[0]?.keys).toHaveLength(5);
});

test("a page that forbids the key and writes the text itself is seen by what changed", () => {
  field().addEventListener("keydown", (event) => {
    event.preventDefault();
    field().value += "1";
  });
  const init = { key: "1", code: "Digit1", bubbles: true, composed: true, cancelable: true };
  field().dispatchEvent(at(1000, new KeyboardEvent("keydown", init)));
  leave();
  expect(typed()).toMatchObject([{ keys: [["digit", 0, 0]], by: ["keys"], length: 1 }]);
});

test("a soft navigation inside a burst comes after what was begun before it", () => {
  type("ab", 1000);
  const step: Step = {
    kind: "navigate",
    how: "soft",
    at: epochOf(1150),
    tool: fake.recording.config.tool,
    frame: [],
    route: null,
    effect: "navigated",
  };
  fake.recording.emit(step, "now");
  expect(fake.steps).toEqual([]);
  type("abc", 1200);
  leave();
  expect(fake.steps.map(({ kind }) => kind)).toEqual(["typing", "navigate"]);
  expect(typed()[0]?.keys).toHaveLength(5);
});

test("what waits for a burst that comes to nothing is let go", () => {
  down("Shift", 1000);
  const step = { kind: "submit", at: epochOf(1500), tool: "t", frame: [], route: null, effect: "nothing" };
  fake.recording.emit({ ...step, kind: "navigate", how: "soft" } as Step, "now");
  expect(fake.steps).toEqual([]);
  leave();
  expect(fake.steps).toHaveLength(1);
});

test("what a toolbar around the frame writes into it is no typing", () => {
  const write = (time: number) => {
    field("#b").value += "**";
    const event = new InputEvent("input", { bubbles: true, composed: true, inputType: "insertText" });
    field("#b").dispatchEvent(at(time, event));
  };
  field("#b").focus();
  const around = { event: new Event("click") as Event | undefined, parent: null as unknown };
  around.parent = around;
  vi.stubGlobal("parent", around);
  write(1000);
  leave("#b");
  expect(fake.steps).toEqual([]);
  around.event = undefined;
  field("#b").focus();
  write(9000);
  leave("#b");
  vi.unstubAllGlobals();
  expect(fake.steps).toMatchObject([{ kind: "typing", by: ["other"] }]);
});
