import fc from "fast-check";
import { expect, test } from "vitest";
import { randomId } from "../platform/random.ts";
import { chosenBy } from "./chosen-piece.ts";
import { cut } from "./cut.ts";
import { click, field, other, shortcut, typing } from "./testing-drafts.ts";

const filled = typing({ target: field(0) });
const row = click({ effect: "navigated" });
const tasks = [
  [row, filled, other("submit")],
  [filled, shortcut("undo"), shortcut("save")],
  [row, click({ effect: "changed" })],
];

test("each piece ends with what it completes, however much was done in one stretch", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...tasks), { minLength: 1 }), (done) => {
      expect(cut(done.flat())).toEqual(done);
    }),
  );
  expect(cut([row, filled])).toEqual([[row, filled]]);
  expect(cut([])).toEqual([]);
});

test("which piece leaves is drawn by the random id: each as often as the others", () => {
  const counts = [0, 0, 0];
  for (let n = 0; n < 3000; n++) counts[chosenBy(randomId(), 3)]!++;
  // Seven standard deviations.
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(180);
  expect(chosenBy("AAAAAA", 0)).toBe(-1);
  expect(chosenBy("BAAAAAxyz", 7)).toBe(chosenBy("BAAAAAabc", 7));
});
