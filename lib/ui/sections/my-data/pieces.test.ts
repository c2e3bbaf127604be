import { expect, test } from "vitest";
import { cutInPieces } from "./pieces.ts";

const items = (count: number) => Array.from({ length: count }, (_, n) => ({ n }));

test("nothing is lost, and the last piece may be shorter", () => {
  const all = items(7);
  expect(cutInPieces(all, 3).map(({ length }) => length)).toEqual([3, 3, 1]);
  expect(cutInPieces(all, 3).flat()).toEqual(all);
  expect(cutInPieces([], 3)).toEqual([]);
});

test("when more come, the full pieces stay the same arrays", () => {
  const all = items(8);
  const before = cutInPieces(all.slice(0, 5), 3);
  const after = cutInPieces(all, 3, before);
  expect(after[0]).toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
  expect(after.flat()).toEqual(all);
});

test("a piece with another item is another array, also where its length is the same", () => {
  const all = items(6);
  const before = cutInPieces(all, 3);
  const after = cutInPieces(all.with(4, { n: 4 }), 3, before);
  expect([after[0] === before[0], after[1] === before[1]]).toEqual([true, false]);
});
