import { expect, test } from "vitest";
import type { MouseEventRow } from "../data.ts";
import { recordMoves } from "./mouse.ts";
import { recordTyping } from "./typing.ts";
import { takeTime } from "./virtual-time.ts";

test("typing comes out of the recorder with its times, and its end sends the form", async () => {
  const keys = ["period", "Shift.r", "five", "Return"].map((key, n) => ({
    key,
    down: n * 200,
    up: n * 200 + 81,
  }));
  const [first] = await recordTyping([{ person: "s1", session: 1, row: [], keys }]);
  expect(first!.steps.map(({ kind }) => kind)).toEqual(["typing", "submit"]);
  expect(first!.steps[0]).toMatchObject({
    keys: [
      ["text", 81, 0],
      ["text", 81, 200],
      ["digit", 81, 200],
      ["enter", 0, 200],
    ],
    length: 3,
  });
});

test("a move that ends in a click is one trajectory, and a double click counts two", async () => {
  const press = (at: number): MouseEventRow[] => [
    { at, button: "L", state: "p", x: 60, y: 50 },
    { at: at + 80, button: "L", state: "r", x: 60, y: 50 },
  ];
  const moves = [0, 20, 40].map((at) => ({ at, button: "N", state: "m", x: 30 + at, y: 50 }));
  const events = [
    ...moves,
    ...press(100),
    ...press(300),
    { at: 2000, button: "S", state: "v", x: 60, y: 50 },
  ];
  const recorded = await recordMoves([{ person: "7", session: "a", events }]);
  expect(recorded).toHaveLength(1);
  expect(recorded[0]!.steps).toMatchObject([{ kind: "pointer" }, { kind: "click", count: 2 }]);
  expect(recorded[0]!.steps[0]).toMatchObject({
    path: [
      [30, 50, 0],
      [50, 50, 20],
      [70, 50, 40],
      [60, 50, 100],
    ],
  });
});

test("timers run in their order, at their time, and what is called off does not", () => {
  const time = takeTime();
  const heard: [string, number][] = [];
  const tell = (name: string) => () => heard.push([name, performance.now()]);
  try {
    setTimeout(tell("late"), 50);
    setTimeout(() => setTimeout(tell("inner"), 5), 10);
    clearTimeout(setTimeout(tell("off"), 1));
    time.advanceTo(49);
    expect(heard).toEqual([["inner", 15]]);
    time.advanceTo(60);
    expect(heard.at(-1)).toEqual(["late", 50]);
  } finally {
    time.restore();
  }
});
