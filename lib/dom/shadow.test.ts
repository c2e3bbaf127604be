// @vitest-environment happy-dom
import { afterAll, beforeEach, expect, test, vi } from "vitest";

const openOrClosedShadowRoot = vi.fn((element: Element) => element.shadowRoot);
vi.stubGlobal("chrome", { dom: { openOrClosedShadowRoot } });
const { createRoots, shadowRootOf } = await import("./shadow.ts");

beforeEach(() => {
  openOrClosedShadowRoot.mockClear();
});
afterAll(() => {
  vi.unstubAllGlobals();
});
const made = (name: string): Element => document.body.appendChild(document.createElement(name));

test.each(["div", "section", "h2", "my-card"])("the browser is asked for the root of a %s", (name) => {
  const host = made(name);
  expect(shadowRootOf(host)).toBe(null);
  const root = host.attachShadow({ mode: "open" });
  expect(shadowRootOf(host)).toBe(root);
  expect(openOrClosedShadowRoot).toHaveBeenCalledTimes(2);
});

test.each(["input", "td", "button", "tr", "select"])("no %s has one, and nobody is asked", (name) => {
  expect(shadowRootOf(made(name))).toBe(null);
  expect(openOrClosedShadowRoot).not.toHaveBeenCalled();
});

test("roots on the way of an event are met, in one place once a second", () => {
  const host = made("div");
  const root = host.attachShadow({ mode: "open" });
  const inside = root.appendChild(document.createElement("input"));
  const roots = createRoots();
  const met: ShadowRoot[] = [];
  roots.each((one) => met.push(one), new AbortController().signal);
  const paths = vi.fn(() => [inside, root, host]);
  const key = (timeStamp: number) =>
    ({ type: "keydown", timeStamp, currentTarget: window, composedPath: paths }) as unknown as Event;
  roots.meet(key(1000));
  expect(met).toEqual([root]);
  paths.mockClear();
  // Asked once where the event began.
  roots.meet(key(1500));
  expect(paths).toHaveBeenCalledTimes(1);
  roots.meet(key(2100));
  expect(paths).toHaveBeenCalledTimes(3);
});
