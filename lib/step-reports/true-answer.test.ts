import { describe, expect, test } from "vitest";
import type { Step } from "../../schemas/step.ts";
import { noTime, type QuestionName, questions } from "../../schemas/step-report-questions.ts";
import { bucketOf } from "./times.ts";
import { newFor, trueAnswer } from "./true-answer.ts";

const target = (nth = 0, state: string[] = ["empty"]) => ({
  role: "textbox",
  name: null,
  path: [{ tag: "input", nth }],
  selectors: [],
  box: [0, 0, 0, 0],
  state,
  terms: [],
});
const made = (more: Record<string, unknown>): Step =>
  ({
    at: 0,
    tool: "t",
    frame: [],
    route: null,
    effect: "nothing",
    target: target(),
    ...more,
  }) as unknown as Step;
const typing = (more: Record<string, unknown> = {}) =>
  made({ kind: "typing", keys: [["text", 80, 0]], corrections: 0, by: ["keys"], length: 1, ...more });
const click = (more: Record<string, unknown> = {}) =>
  made({ kind: "click", button: "main", count: 1, ...more });

const first = () => 0;
const ask = (question: QuestionName, steps: Step[], at = 0, recordingSince = 0) =>
  trueAnswer(question, { steps, at, openedAt: 0, recordingSince }, first);
const said = (question: "paused" | "corrected" | "pointer" | "field" | "recent", steps: Step[], at = 0) =>
  questions[question].answers[ask(question, steps, at)];

describe("times", () => {
  test("buckets begin at their edges", () => {
    expect([39, 40, 58, 59, 1_000_000].map((ms) => bucketOf("flight-text", ms))).toEqual([0, 1, 1, 2, 11]);
    expect([0, 124, 125, 250].map((ms) => bucketOf("duration", ms))).toEqual([0, 0, 1, 2]);
    expect(bucketOf("dwell-text", null)).toBe(noTime);
  });

  test("a flight is of its class, and the first key of a burst has none", () => {
    const keys = [
      ["text", 80, 0],
      ["text", 90, 100],
      ["delete", 0, 500],
    ];
    const steps = [typing({ keys })];
    expect(ask("flight-text", steps)).toBe(bucketOf("flight-text", 100));
    expect(ask("flight-delete", steps)).toBe(bucketOf("flight-delete", 500));
    expect(ask("dwell-text", steps)).toBe(bucketOf("dwell-text", 80));
    // Its release was not seen.
    expect(ask("dwell-delete", steps)).toBe(noTime);
    expect(ask("flight-enter", steps)).toBe(noTime);
    expect(ask("flight-text", [typing()])).toBe(noTime);
  });

  test("one of several keys is picked, each with the same chance", () => {
    const keys = [
      ["text", 80, 0],
      ["text", 90, 100],
      ["text", 90, 900],
    ];
    const limits: number[] = [];
    const last = (limit: number) => limits.push(limit) && limit - 1;
    const asked = { steps: [typing({ keys })], at: 0, openedAt: 0, recordingSince: 0 };
    expect(trueAnswer("flight-text", asked, last)).toBe(bucketOf("flight-text", 900));
    expect(limits).toEqual([2]);
  });

  test("a step lasts until the next one; the way of the pointer is part of its click", () => {
    const way = made({ kind: "pointer", path: [[0, 0, 0]], at: 300 });
    expect(ask("duration", [click(), way, click({ at: 5000 })])).toBe(bucketOf("duration", 5000));
    expect(ask("duration", [click()])).toBe(noTime);
  });

  test("a new page waits for its first act; one that was left again had none", () => {
    const page = made({ kind: "navigate", how: "full" });
    expect(ask("first-act", [page, click({ at: 900 })])).toBe(bucketOf("first-act", 900));
    for (const kind of ["navigate", "switch"])
      expect(ask("first-act", [page, made({ kind, at: 900 }), click({ at: 1000 })])).toBe(noTime);
  });
});

test("typing that stood still for a second has paused", () => {
  const keys = (flight: number) => [
    ["text", 80, 0],
    ["text", 80, flight],
  ];
  expect(said("paused", [typing({ keys: keys(999) })])).toBe("no");
  expect(said("paused", [typing({ keys: keys(1000) })])).toBe("yes");
  expect(said("corrected", [typing()])).toBe("no");
  expect(said("corrected", [typing({ corrections: 1 })])).toBe("yes");
});

describe("how a field was filled", () => {
  const paste = (nth = 0) => made({ kind: "clipboard", act: "pasted", from: "outside", target: target(nth) });
  const undo = made({ kind: "shortcut", command: "undo" });
  const filled = { target: target(0, ["filled"]) };

  test.each<[string, Step[], number]>([
    ["typed", [typing()], 0],
    ["typed", [paste(1), typing()], 1],
    ["pasted", [paste(), typing()], 1],
    ["pasted", [typing({ by: ["keys", "paste"] })], 0],
    ["undone", [typing(), undo], 0],
    ["undone", [paste(), typing(), undo], 1],
    ["typed", [typing({ target: target(2) }), undo], 0],
    ["appended", [typing({ ...filled, length: 9 })], 0],
    ["replaced", [typing({ ...filled, length: 1 })], 0],
  ])("%s", (how, steps, at) => {
    expect(said("field", steps, at)).toBe(how);
  });
});

test("a pointer wandered where its way is half as long again as the line", () => {
  const way = (path: number[][], nth = 0) => made({ kind: "pointer", path, target: target(nth) });
  expect(
    said(
      "pointer",
      [
        way([
          [0, 0, 0],
          [50, 1, 9],
          [100, 0, 20],
        ]),
        click(),
      ],
      1,
    ),
  ).toBe("direct");
  expect(
    said(
      "pointer",
      [
        way([
          [0, 0, 0],
          [50, 90, 9],
          [100, 0, 20],
        ]),
        click(),
      ],
      1,
    ),
  ).toBe("wandering");
  expect(
    said(
      "pointer",
      [
        way(
          [
            [0, 0, 0],
            [100, 0, 20],
          ],
          4,
        ),
        click(),
      ],
      1,
    ),
  ).toBe("none");
  expect(said("pointer", [click()])).toBe("none");
});

test("recording is new for ten days", () => {
  expect(ask("recent", [click({ at: newFor - 1 })])).toBe(1);
  expect(ask("recent", [click({ at: newFor })])).toBe(0);
});
