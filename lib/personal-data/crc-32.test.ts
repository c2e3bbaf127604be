import { randomBytes, randomInt } from "node:crypto";
import { crc32 as known } from "node:zlib";
import { expect, test } from "vitest";
import { crc32 } from "./crc-32.ts";

test.each([0, 1, 7, 8, 9, 16, 4096, 1_000_003])("%i bytes, whole and in any pieces", (size) => {
  const bytes = randomBytes(size);
  expect(crc32(bytes)).toBe(known(bytes));
  let crc = 0;
  for (let at = 0; at < size; ) {
    const piece = bytes.subarray(at, at + randomInt(1, 1 + Math.ceil(size / 3)));
    crc = crc32(piece, crc);
    at += piece.length;
  }
  expect(crc).toBe(known(bytes));
});

test("the example that every description of it has", () => {
  expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
});
