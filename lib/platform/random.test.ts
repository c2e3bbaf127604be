import { expect, test, vi } from "vitest";
import { randomBelow } from "./random.ts";

/** What the platform draws next. */
const draws = (...numbers: number[]) =>
  vi.spyOn(crypto, "getRandomValues").mockImplementation((array) => {
    (array as Uint32Array)[0] = numbers.shift()!;
    return array;
  });

test("what would favour the first numbers is thrown again", () => {
  // 2^32 is 1 more than a multiple of 3.
  draws(2 ** 32 - 1, 2 ** 32 - 2);
  expect(randomBelow(3)).toBe((2 ** 32 - 2) % 3);
});

test("every number below the limit comes, and none from it on", () => {
  const seen = new Set(Array.from({ length: 2000 }, () => randomBelow(7)));
  expect([...seen].toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(randomBelow(1)).toBe(0);
  expect(randomBelow(2 ** 32)).toBeLessThan(2 ** 32);
});

test.each([0, -1, 1.5, 2 ** 32 + 1, Number.NaN])("there is none below %s", (limit) => {
  expect(() => randomBelow(limit)).toThrow(RangeError);
});
