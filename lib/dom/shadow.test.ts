// @vitest-environment happy-dom
import { afterAll, beforeEach, expect, test, vi } from "vitest";

const openOrClosedShadowRoot = vi.fn((element: Element) => element.shadowRoot);
vi.stubGlobal("chrome", { dom: { openOrClosedShadowRoot } });
const { shadowRootOf } = await import("./shadow.ts");

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
