// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from "vitest";
import { atWindow, hearEarly, turnNow } from "./at-window.ts";

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
