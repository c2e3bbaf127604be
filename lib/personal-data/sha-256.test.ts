import { createHash, randomBytes, randomInt } from "node:crypto";
import { expect, test } from "vitest";
import { createSha256 } from "./sha-256.ts";

const inPieces = (bytes: Uint8Array, most: number): string => {
  const digest = createSha256();
  for (let at = 0; at < bytes.length; ) {
    const size = randomInt(0, most + 1);
    digest.add(bytes.subarray(at, at + size));
    at += size;
  }
  return digest.end();
};

test.each([0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 128, 4096, 1_000_003])(
  "%i bytes, in any pieces",
  (size) => {
    const bytes = randomBytes(size);
    const known = createHash("sha256").update(bytes).digest("hex");
    for (const most of [1, 7, 64, 1000, 1_000_003].filter((most) => size / most < 100_000))
      expect(inPieces(bytes, most)).toBe(known);
  },
);

test("the standard's own example", () => {
  const digest = createSha256();
  digest.add(new TextEncoder().encode("abc"));
  expect(digest.end()).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});
