import { expect, test } from "vitest";
import { within } from "./within.ts";

test("what comes in time is handed on", async () => {
  expect(await within("a reply", 10, Promise.resolve(3))).toBe(3);
});

test("what does not come is named", async () => {
  await expect(within("a reply", 0.01, new Promise(() => undefined))).rejects.toThrow(
    "a reply: not done after 0.01 s.",
  );
});
