import fc from "fast-check";
import { expect, test } from "vitest";
import { switchNames } from "../../schemas/step.ts";
import { leavesTogether, together } from "./together.ts";

const others = switchNames.filter((name) => !together.some((one) => one === name));

test("all that leaves together is switched on or nothing leaves; what never leaves makes no difference", () => {
  fc.assert(
    fc.property(fc.subarray([...together]), fc.subarray(others), (agreed, besides) => {
      expect(leavesTogether([...agreed, ...besides], switchNames)).toBe(agreed.length === together.length);
    }),
  );
});

test("what the company rules out for everybody is switched off by nobody", () => {
  const possible = switchNames.filter((name) => name !== "outlines" && name !== "drag");
  expect(leavesTogether(possible, possible)).toBe(true);
  expect(leavesTogether(possible.slice(1), possible)).toBe(false);
});
