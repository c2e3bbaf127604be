import { expect, test } from "vitest";
import type { Outline } from "../../schemas/outline.ts";
import { canonicalBytes } from "../anonymize/canonical.ts";
import { withoutOldest } from "./fitting-outlines.ts";

const outlines = Array.from(
  { length: 5 },
  (_, n): Outline => ({
    hash: `${n}`.repeat(22),
    nodes: [{ parent: null, role: "document" }],
  }),
);
const size = canonicalBytes(outlines[0]).length;

test("the oldest go first, and no more than must", () => {
  const left = (excess: number) => withoutOldest(outlines, excess).map(({ hash }) => Number(hash[0]));
  expect(left(-10)).toEqual([0, 1, 2, 3, 4]);
  expect(left(0)).toEqual([0, 1, 2, 3, 4]);
  expect(left(1)).toEqual([1, 2, 3, 4]);
  expect(left(size)).toEqual([1, 2, 3, 4]);
  expect(left(size + 1)).toEqual([2, 3, 4]);
  expect(left(99 * size)).toEqual([]);
});
