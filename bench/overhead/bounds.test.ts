import { expect, test } from "vitest";
import { boundsOf } from "./bounds.ts";
import type { Figures } from "./figures.ts";

const spread = (median: number) => ({ median, iqr: 0, rounds: 5 });
const figures = (ours: number, floor: number): Figures => ({
  floor: { "script-move-us": spread(floor) },
  tooltrail: { "script-move-us": spread(ours), "idle-wake-ups": spread(1), "heap-growth-kb": spread(-3) },
});
const holds = (of: Figures, name: string) => boundsOf(of).find((bound) => bound.name === name);

test("moves are compared with the floor of the same run", () => {
  expect(holds(figures(60, 30), "move-times-floor")).toMatchObject({ figure: 2, holds: true });
  expect(holds(figures(61, 30), "move-times-floor")).toMatchObject({ holds: false });
});

test("a wake-up of an idle page is too many, a heap that shrank is none", () => {
  expect(holds(figures(1, 1), "idle-wake-ups")).toMatchObject({ figure: 1, most: 0, holds: false });
  expect(holds(figures(1, 1), "heap-growth-kb")).toMatchObject({ holds: true });
});

test("what was not measured does not hold", () => {
  expect(holds(figures(1, 1), "click-median-us")).toMatchObject({ figure: null, holds: false });
  expect(holds(figures(1, 0), "move-times-floor")).toMatchObject({ figure: null, holds: false });
});
