import { expect, test, vi } from "vitest";
import { once } from "./once.ts";

test("it is made at the first call and never again", () => {
  const make = vi.fn(() => ({ made: true }));
  const ask = once(make);
  expect(make).not.toHaveBeenCalled();
  expect(ask()).toBe(ask());
  expect(make).toHaveBeenCalledTimes(1);
});

test("false is an answer too", () => {
  const make = vi.fn(() => false);
  const ask = once(make);
  expect([ask(), ask()]).toEqual([false, false]);
  expect(make).toHaveBeenCalledTimes(1);
});
