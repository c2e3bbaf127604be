// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { atWindow, hearEarly, inTurn, turnNow } from "./at-window.ts";

let script: AbortController;
let heard: string[];
beforeEach(() => {
  script = new AbortController();
  heard = [];
});
afterEach(() => script.abort());
const click = () => document.body.dispatchEvent(new MouseEvent("click", { bubbles: true }));
const hear = (name: string, signal = script.signal) => atWindow("click", () => heard.push(name), signal);

test("what is heard early comes before a page that stops it, though its handler comes later", () => {
  hearEarly(script.signal);
  const stop = (event: Event) => event.stopImmediatePropagation();
  window.addEventListener("click", stop, { capture: true, signal: script.signal });
  hear("ours");
  click();
  expect(heard).toEqual(["ours"]);
});

test("handlers are called in their order, until their signal, also when it ends in the event", () => {
  const first = new AbortController();
  const second = new AbortController();
  atWindow(
    "click",
    () => {
      heard.push("first");
      second.abort();
    },
    first.signal,
  );
  hear("second", second.signal);
  hear("third");
  click();
  expect(heard).toEqual(["first", "third"]);
  first.abort();
  click();
  expect(heard).toEqual(["first", "third", "third"]);
});

test("after the root was replaced the listeners are added again, once", async () => {
  hearEarly(script.signal);
  hear("ours");
  const again: string[] = [];
  const add = window.addEventListener;
  window.addEventListener = ((type: string) => again.push(type)) as typeof window.addEventListener;
  document.documentElement.remove();
  document.append(document.createElement("html"));
  await new Promise((done) => setTimeout(done));
  window.addEventListener = add;
  expect(again).toContain("click");
  expect(again).toContain("pagehide");
  expect(new Set(again).size).toBe(again.length);
  document.documentElement.append(document.createElement("body"));
  click();
  expect(heard).toEqual(["ours"]);
});

test("nothing is heard once the script has ended", () => {
  hearEarly(script.signal);
  hear("ours");
  script.abort();
  click();
  expect(heard).toEqual([]);
});

test("an event is a turn of its own, and between events there is none", () => {
  const turns: number[] = [];
  hear("ours");
  atWindow("click", () => turns.push(turnNow()), script.signal);
  atWindow("click", () => turns.push(turnNow()), script.signal);
  click();
  click();
  const [first, again, second] = turns;
  expect(first).toBeGreaterThan(0);
  expect(again).toBe(first);
  expect(second).not.toBe(first);
  expect(turnNow()).toBe(0);
});

test("what is asked of an element in one event is asked once, anew in the next, and each time outside of any", () => {
  const read = vi.fn((element: Element) => element.localName);
  const name = inTurn(read);
  for (const _ of [1, 2]) atWindow("click", () => name(document.body), script.signal);
  atWindow("click", () => name(document.documentElement), script.signal);
  click();
  expect(read).toHaveBeenCalledTimes(2);
  click();
  expect(read).toHaveBeenCalledTimes(4);
  name(document.body);
  name(document.body);
  expect(read).toHaveBeenCalledTimes(6);
});
