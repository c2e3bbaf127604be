import { describe, expect, it } from "vitest";
import { attribute, byCause, mainThread, marked } from "./attribute.ts";
import type { TraceEvent } from "./trace.ts";

const mine = "chrome-extension://x/content.js";
const page = "http://127.0.0.1/page.js";
const event = (name: string, ts: number, dur: number, data: object = {}): TraceEvent => ({
  name,
  cat: "devtools.timeline",
  ph: "X",
  pid: 1,
  tid: 1,
  ts,
  dur,
  tdur: dur,
  args: { data },
});
const called = (ts: number, dur: number, url = mine) => event("FunctionCall", ts, dur, { url });
const dispatched = (type: string, ts: number, dur: number) => event("EventDispatch", ts, dur, { type });
const mark = (name: string, ts: number): TraceEvent => ({
  ...event(name, ts, 0),
  cat: "blink.user_timing",
  ph: "I",
});

const trace: TraceEvent[] = [
  mark("begin-click", 0),
  event("RunTask", 5, 20),
  // The way to the click is no part of it.
  dispatched("pointermove", 6, 10),
  called(7, 3),
  event("RunTask", 100, 300),
  dispatched("pointerdown", 110, 50),
  called(120, 10),
  // Called from the one above: counted with it.
  called(122, 5),
  called(140, 15, page),
  dispatched("click", 200, 50),
  called(210, 20),
  event("RunTask", 500, 100),
  event("TimerFire", 505, 90),
  called(510, 40),
  event("RunTask", 700, 100),
  event("FireIdleCallback", 705, 80),
  called(710, 70),
  event("RunTask", 900, 50),
  dispatched("pointerdown", 905, 40),
  called(910, 7),
  { ...called(1000, 500), tid: 2 },
  mark("end-click", 2000),
];

describe("a trace's time", () => {
  const { thread, marks } = mainThread(trace.toReversed());
  const click = attribute(thread, { ...marked(marks, "click"), kind: "click" });

  it("is a click's with all of its events, and without the way to it", () => {
    expect(click.listeners).toEqual([30, 7]);
  });
  it("is the subject's with its timers, and its idle work is apart", () => {
    expect(click.script).toBe(3 + 30 + 40 + 7);
    expect(click.slices).toEqual([70]);
  });
  it("is that of the page's main thread, task by task", () => {
    expect(click.task).toBe(20 + 300 + 100 + 100 + 50);
    expect(click.longest).toBe(70);
    expect(click.wakeUps).toBe(6);
    expect(click.seconds).toBe(0.002);
  });
  it("has its causes, the dearest first", () => {
    expect(byCause(thread, marked(marks, "click")).map(({ cause, count }) => [cause, count])).toEqual([
      ["FireIdleCallback", 1],
      ["TimerFire", 1],
      ["click", 1],
      ["pointerdown", 2],
      ["pointermove", 1],
    ]);
  });
  it("is refused where the marks are missing", () => {
    expect(() => marked(marks, "wheel")).toThrow("lacks the marks");
    expect(() => mainThread([called(1, 1)])).toThrow("no marks");
  });
});
