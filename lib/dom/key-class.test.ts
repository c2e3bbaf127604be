// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { type CommandPlace, commandOf } from "./key-class.ts";
import { commandFor } from "./key-commands.ts";

/** "Control+Shift+z", and the code where it is not that of a Latin letter. */
function press(keys: string, code = ""): KeyboardEvent {
  const parts = keys.split("+");
  const key = parts.at(-1) === "" ? "+" : parts.at(-1)!;
  const has = (name: string) => parts.slice(0, -1).includes(name);
  const event = new KeyboardEvent("keydown", {
    key,
    code,
    ctrlKey: has("Control"),
    metaKey: has("Meta"),
    altKey: has("Alt"),
    shiftKey: has("Shift"),
  });
  // happy-dom takes every Alt for AltGr.
  Object.defineProperty(event, "getModifierState", { value: () => false });
  return event;
}
const command = (keys: string, place: CommandPlace = "outside", code?: string) =>
  commandOf(press(keys, code), place);

test.each([
  ["Control+c", "copy"],
  ["Control+Insert", "copy"],
  ["Shift+Insert", "paste"],
  ["Meta+x", "cut"],
  ["Control+V", "paste"],
  ["Control+z", "undo"],
  ["Control+Shift+Z", "redo"],
  ["Control+y", "redo"],
  ["Control+s", "save"],
  ["Control+f", "find"],
  ["Control+a", "select-all"],
  ["Control+Enter", "submit"],
  ["Control+k", "palette"],
  ["Control++", "zoom-in"],
  ["Control+-", "zoom-out"],
  ["Control+0", "zoom-reset"],
  ["Escape", "cancel"],
  ["Delete", "delete"],
  ["/", "search"],
  ["?", "help"],
  ["F1", "help"],
  ["Alt+q", "other"],
  ["Control+Alt+k", "other"],
])("%s outside of fields is %s", (keys, name) => {
  expect(command(keys)).toBe(name);
});

test.each([
  "Control+t",
  "Control+w",
  "Control+Tab",
  "F5",
  "Alt+ArrowLeft",
  "Control+1",
  "g",
  "G",
  " ",
  "Tab",
  "Control",
])("%s is no command", (keys) => {
  expect(command(keys)).toBe(null);
});

test.each([
  "a",
  "/",
  "?",
  "Delete",
  "Backspace",
  "Control+ArrowLeft",
  "Control+Backspace",
  "Shift+Home",
  "Shift+Enter",
])("%s in a field is typing or moves the caret", (keys) => {
  expect(command(keys, "field")).toBe(null);
});

test("bold is a command of rich text only", () => {
  expect(command("Control+b", "rich")).toBe("bold");
  expect(command("Control+k", "rich")).toBe("link");
  expect(command("Control+b", "field")).toBe("other");
});

test("on a keyboard of another alphabet the place of the key counts, with a modifier only", () => {
  expect(command("Control+с", "outside", "KeyC")).toBe("copy");
  expect(command("я", "outside", "KeyZ")).toBe(null);
  // Dvorak: what the key says, not where it is.
  expect(command("Control+c", "outside", "KeyI")).toBe("copy");
});

test("the third level types, whatever modifiers the system reports", () => {
  expect(command("Control+Alt+@", "field")).toBe(null);
  expect(command("Control+Alt+€", "outside")).toBe(null);
});

test("an input method's keys and keys without a name are none", () => {
  expect(commandOf(new KeyboardEvent("keydown", { key: "Escape", isComposing: true }), "field")).toBe(null);
  expect(command("Process")).toBe(null);
  // Autofill: a keydown that is no KeyboardEvent.
  expect(commandOf(new Event("keydown") as KeyboardEvent, "field")).toBe(null);
});

test("a Mac's option types and its control key moves the caret, in text", () => {
  const mac = { ctrl: false, meta: false, alt: false, shift: false, place: "field" as const, isMac: true };
  expect(commandFor({ ...mac, name: "l", alt: true })).toBe(null);
  expect(commandFor({ ...mac, name: "a", ctrl: true })).toBe(null);
  expect(commandFor({ ...mac, name: "a", meta: true })).toBe("select-all");
  expect(commandFor({ ...mac, name: "ArrowLeft", meta: true, place: "outside" })).toBe(null);
});
