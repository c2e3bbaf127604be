import { expect, test } from "vitest";
import { among, nothing, stretches, tick } from "./selection.ts";

const numbers = [0, 1, 3, 4, 7, 8];
const one = (n: number, on: boolean = true) => ({ n, on, stretch: false });
const far = (n: number, on: boolean = true) => ({ n, on, stretch: true });

test("one by one, and off again", () => {
  const two = tick(tick(nothing, one(3), numbers), one(7), numbers);
  expect(among(two.chosen, numbers)).toEqual([3, 7]);
  expect(among(tick(two, one(3, false), numbers).chosen, numbers)).toEqual([7]);
});

test("with shift the stretch from the last one, in both directions, on and off", () => {
  const down = tick(tick(nothing, one(1), numbers), far(7), numbers);
  expect(among(down.chosen, numbers)).toEqual([1, 3, 4, 7]);
  const up = tick(down, far(3, false), numbers);
  expect(among(up.chosen, numbers)).toEqual([1]);
});

test("with shift and nothing before it, or with one that is gone, only the one", () => {
  expect(among(tick(nothing, far(4), numbers).chosen, numbers)).toEqual([4]);
  const gone = { chosen: new Set([5]), last: 5 };
  expect(among(tick(gone, far(4), numbers).chosen, numbers)).toEqual([4]);
});

test("stretches follow the list, not the numbers", () => {
  expect(stretches(new Set([1, 3, 4, 8]), numbers)).toEqual([
    [1, 4],
    [8, 8],
  ]);
});
