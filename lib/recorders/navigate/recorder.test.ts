// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { stepSchema } from "../../../schemas/step.ts";
import { type FakeRecording, fakeRecording } from "../fake-recording.ts";
import { startNavigate } from "./recorder.ts";

let ending: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  ending = new AbortController();
  setAddress("http://tool.example/users/7");
});
afterEach(() => {
  ending.abort();
  vi.useRealTimers();
  Reflect.deleteProperty(window, "navigation");
});

const setAddress = (url: string) =>
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);

function start(fresh: boolean): FakeRecording {
  const fake = fakeRecording({ routes: ["/users/:id", "#flow/:id"] }, fresh);
  startNavigate(fake.recording, ending.signal);
  return fake;
}

test("a document that begins is one full navigation to its route, never its address", () => {
  const { steps, urgencies } = start(true);
  expect(stepSchema.parse(steps[0])).toMatchObject({ kind: "navigate", how: "full", route: 0 });
  expect(urgencies).toEqual(["now"]);
  expect(JSON.stringify(steps)).not.toContain("users");
});

test("a page that was open before the tool was added has not been navigated to", () => {
  expect(start(false).steps).toEqual([]);
});

test.each(["about:blank", "data:text/html,x"])("%s is never recorded", (address) => {
  setAddress(address);
  expect(start(true).steps).toEqual([]);
});

test("the Navigation API tells of soft navigations and of back", () => {
  const api = new EventTarget();
  Object.defineProperty(window, "navigation", { value: api, configurable: true });
  const { steps } = start(false);
  const change = (url: string, navigationType: string) => {
    setAddress(url);
    api.dispatchEvent(Object.assign(new Event("currententrychange"), { navigationType }));
  };
  change("http://tool.example/users/7#flow/1", "push");
  change("http://tool.example/users/7?q=a#flow/1", "replace");
  change("http://tool.example/users/7", "traverse");
  expect(steps).toMatchObject([
    { how: "soft", route: 1 },
    { how: "back", route: 0 },
  ]);
});

test("a flood of changes without an act is its first few and its last, in their order", () => {
  const api = new EventTarget();
  Object.defineProperty(window, "navigation", { value: api, configurable: true });
  const { steps, recording } = start(false);
  const change = (url: string) => {
    setAddress(url);
    api.dispatchEvent(Object.assign(new Event("currententrychange"), { navigationType: "push" }));
  };
  for (let n = 0; n < 1000; n++) change(`http://tool.example/users/${n}`);
  expect(steps).toHaveLength(4);
  change("http://tool.example/#flow/1");
  vi.advanceTimersByTime(1000);
  expect(steps.map(({ route }) => route)).toEqual([0, 0, 0, 0, 1]);
  for (let n = 0; n < 1000; n++) change(`http://tool.example/users/${n}`);
  document.body.dispatchEvent(new MouseEvent("pointerdown", { bubbles: true }));
  expect(steps).toHaveLength(10);
  change("http://tool.example/#flow/1");
  recording.settle();
  expect(steps.at(-1)).toMatchObject({ route: 1 });
});

test("without it the address is looked at after each act and on popstate", () => {
  const { steps } = start(false);
  document.body.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  setAddress("http://tool.example/users/7#flow/1");
  vi.advanceTimersByTime(1);
  vi.advanceTimersByTime(1000);
  setAddress("http://tool.example/users/8");
  window.dispatchEvent(new PopStateEvent("popstate"));
  expect(steps).toMatchObject([
    { how: "soft", route: 1 },
    { how: "back", route: 0 },
  ]);
});

test("a page out of the back-forward cache was gone back to", () => {
  const { steps } = start(false);
  window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
  expect(steps).toMatchObject([{ how: "back" }]);
});
