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

test("it tells forward from back by where the entry lies, also for whole loads", () => {
  const api = Object.assign(new EventTarget(), { currentEntry: { index: 4 }, activation: null as unknown });
  Object.defineProperty(window, "navigation", { value: api, configurable: true });
  const load = vi.spyOn(performance, "getEntriesByType");
  const walked = (from: number, to: number) => {
    const { steps } = start(false);
    api.currentEntry = { index: to };
    const more = { navigationType: "traverse", from: { index: from } };
    api.dispatchEvent(Object.assign(new Event("currententrychange"), more));
    ending.abort();
    ending = new AbortController();
    api.activation = { from: { index: from }, entry: { index: to }, navigationType: "traverse" };
    load.mockReturnValue([{ type: "back_forward" } as unknown as PerformanceEntry]);
    return [...steps, ...start(true).steps].map((step) => "how" in step && step.how);
  };
  expect(walked(2, 3)).toEqual(["forward", "forward"]);
  expect(walked(3, 1)).toEqual(["back", "back"]);
  load.mockRestore();
});

test("a tab that a link opened is new; one with a history, or that nothing points from, is a full load", () => {
  const shown = (referrer: string, length: number) => {
    vi.spyOn(document, "referrer", "get").mockReturnValue(referrer);
    vi.spyOn(history, "length", "get").mockReturnValue(length);
    const { steps } = start(true);
    ending.abort();
    ending = new AbortController();
    return steps.map((step) => "how" in step && step.how)[0];
  };
  expect(shown("http://tool.example/", 1)).toBe("new-tab");
  expect(shown("http://tool.example/", 2)).toBe("full");
  expect(shown("", 1)).toBe("full");
  vi.restoreAllMocks();
});

test("a frame's first load is its page's, its later ones are steps", () => {
  const api = Object.assign(new EventTarget(), { activation: null as unknown });
  Object.defineProperty(window, "navigation", { value: api, configurable: true });
  vi.spyOn(window, "top", "get").mockReturnValue({} as Window);
  const loads = (activation: unknown) => {
    api.activation = activation;
    const { steps } = start(true);
    ending.abort();
    ending = new AbortController();
    return steps.length;
  };
  expect(loads(null)).toBe(0);
  expect(loads({ from: null, entry: { index: 0 }, navigationType: "replace" })).toBe(0);
  expect(loads({ from: null, entry: { index: 2 }, navigationType: "traverse" })).toBe(0);
  expect(loads({ from: { index: 0 }, entry: { index: 1 }, navigationType: "push" })).toBe(1);
  expect(loads({ from: null, entry: { index: 1 }, navigationType: "push" })).toBe(1);
  vi.restoreAllMocks();
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

test("without it forward is told from back by the addresses of this document", () => {
  const { steps } = start(false);
  const walk = (url: string) => {
    vi.advanceTimersByTime(1000);
    setAddress(url);
    window.dispatchEvent(new PopStateEvent("popstate"));
  };
  document.body.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  setAddress("http://tool.example/users/8");
  vi.advanceTimersByTime(1);
  walk("http://tool.example/users/7");
  walk("http://tool.example/users/8");
  expect(steps.map((step) => "how" in step && step.how)).toEqual(["soft", "back", "forward"]);
});

test("a page out of the back-forward cache was gone back to", () => {
  const { steps } = start(false);
  window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
  expect(steps).toMatchObject([{ how: "back" }]);
});
