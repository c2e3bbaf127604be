// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { stepSchema } from "../../../schemas/step.ts";
import { type FakeRecording, fakeRecording } from "../fake-recording.ts";
import { startSwitch } from "./recorder.ts";

const tab = vi.hoisted(() => ({ hidden: false, focused: true }));
vi.mock("../../dom/native.ts", async (original) => ({
  ...(await original<object>()),
  isHidden: () => tab.hidden,
  hasFocus: () => tab.focused,
}));

let ending: AbortController;
let fake: FakeRecording;

beforeEach(() => {
  vi.useFakeTimers();
  ending = new AbortController();
  tab.hidden = false;
  tab.focused = true;
});
afterEach(() => {
  ending.abort();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function start(): void {
  fake = fakeRecording();
  startSwitch(fake.recording, ending.signal);
}
const tell = (type: string, more = {}) => window.dispatchEvent(Object.assign(new Event(type), more));
function see(seen: boolean): void {
  tab.hidden = !seen;
  document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
}
function focus(has: boolean): void {
  tab.focused = has;
  tell(has ? "focus" : "blur");
}
const said = () => fake.steps.map((step) => step.kind === "switch" && step.to);

test("a tab that is hidden was left, at once; shown again it was come to; no address, no target", () => {
  start();
  see(false);
  expect(fake.urgencies).toEqual(["now"]);
  see(true);
  expect(said()).toEqual(["elsewhere", "tool"]);
  expect(Object.keys(stepSchema.parse(fake.steps[0])).sort()).toEqual(
    ["at", "effect", "frame", "kind", "route", "to", "tool"].sort(),
  );
});

test("a window without the focus for a second was left", () => {
  start();
  focus(false);
  expect(said()).toEqual([]);
  vi.advanceTimersByTime(1000);
  expect(said()).toEqual(["elsewhere"]);
  focus(true);
  expect(said()).toEqual(["elsewhere", "tool"]);
});

test("the focus inside a frame of the page, or gone for a blink, is no leaving", () => {
  start();
  tell("blur");
  focus(false);
  vi.advanceTimersByTime(900);
  focus(true);
  vi.advanceTimersByTime(5000);
  expect(said()).toEqual([]);
});

test("Firefox tells of the focus inside a frame only after the blur", () => {
  start();
  focus(false);
  tab.focused = true;
  vi.advanceTimersByTime(5000);
  expect(said()).toEqual([]);
  focus(false);
  vi.advanceTimersByTime(5000);
  expect(said()).toEqual(["elsewhere"]);
});

test("blurred and then hidden is left once, and then from the blur on", () => {
  start();
  focus(false);
  const before = Date.now();
  vi.advanceTimersByTime(300);
  see(false);
  expect(said()).toEqual(["elsewhere"]);
  expect(fake.steps[0]!.at).toBeLessThan(before + 300);
  see(true);
  focus(true);
  expect(said()).toEqual(["elsewhere", "tool"]);
});

test("a page that goes for the next one is not left; from the back-forward cache it is there again", () => {
  start();
  tell("pagehide");
  see(false);
  vi.advanceTimersByTime(5000);
  tab.hidden = false;
  tell("pageshow", { persisted: true });
  expect(said()).toEqual([]);
  see(false);
  expect(said()).toEqual(["elsewhere"]);
});

test("a tab that was opened behind another is come to when it is shown", () => {
  tab.hidden = true;
  start();
  see(true);
  expect(said()).toEqual(["tool"]);
});

test("what is held is handed over when the page is settled", () => {
  start();
  focus(false);
  fake.recording.settle();
  expect(said()).toEqual(["elsewhere"]);
});

test("a frame never tells", () => {
  vi.spyOn(window, "top", "get").mockReturnValue({} as Window);
  start();
  see(false);
  expect(said()).toEqual([]);
});
