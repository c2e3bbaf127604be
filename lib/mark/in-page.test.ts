// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Drawing, markPage, markTag } from "./in-page.ts";
import { shapes } from "./shapes.ts";

const drawing = (sign: "recording" | "off"): Drawing => ({
  tag: markTag,
  ground: "#000000",
  shapes: shapes[sign],
});
const there = () => [...document.querySelectorAll(markTag)];

let told: ((message: unknown) => void)[] = [];
const runtime: { id?: string | undefined; onMessage: object } = {
  id: "x",
  onMessage: {
    addListener: (listener: (message: unknown) => void) => void told.push(listener),
    removeListener: (listener: (message: unknown) => void) => {
      told = told.filter((one) => one !== listener);
    },
  },
};
beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  runtime.id = "x";
  vi.stubGlobal("chrome", { runtime });
});
afterEach(() => {
  markPage(null);
  vi.useRealTimers();
});

test("it goes to the page as text: nothing outside of the function is named in it", () => {
  const text = markPage.toString();
  expect(text).not.toMatch(/\b(markTag|shapes\[|import)\b/);
  new Function("drawing", `(${text})(drawing)`)(drawing("recording"));
  expect(there()).toHaveLength(1);
});

test("drawn twice it is one, and the same element while it says the same", () => {
  markPage(drawing("recording"));
  const [first] = there();
  markPage(drawing("recording"));
  expect(there()).toEqual([first]);
  markPage(drawing("off"));
  expect(there()).toHaveLength(1);
  expect(there()[0]).not.toBe(first);
  markPage(null);
  expect(there()).toEqual([]);
  expect(told).toEqual([]);
});

test("a page that took it away gets it again with the next word", () => {
  markPage(drawing("recording"));
  there()[0]!.remove();
  markPage(drawing("recording"));
  expect(there()).toHaveLength(1);
});

test.each(["page.stop", "page.configure"])("it goes by itself with %s", (name) => {
  markPage(drawing("recording"));
  for (const listener of told) listener({ name: "something.else" });
  expect(there()).toHaveLength(1);
  for (const listener of told) listener({ name });
  expect(there()).toEqual([]);
});

test("it goes when the extension is gone, and leaves no timer", () => {
  markPage(drawing("recording"));
  vi.advanceTimersByTime(5000);
  expect(there()).toHaveLength(1);
  runtime.id = undefined;
  vi.advanceTimersByTime(1000);
  expect(there()).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test("nobody can click it, hear it or print it", () => {
  markPage(drawing("recording"));
  const host = there()[0] as HTMLElement;
  expect(host.getAttribute("aria-hidden")).toBe("true");
  expect(host.style.getPropertyValue("pointer-events")).toBe("none");
  expect(host.shadowRoot).toBeNull();
  dispatchEvent(new Event("beforeprint"));
  expect(host.style.getPropertyValue("display")).toBe("none");
  dispatchEvent(new Event("afterprint"));
  expect(host.style.getPropertyValue("display")).toBe("block");
});
