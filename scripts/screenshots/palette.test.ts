import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { chunk, png, signature } from "../icons/png.ts";
import { readPng, withPalette } from "./palette.ts";

/** Three frequent colours, then so many that those which are rare are left out. */
const size = 100;
const pixels = Uint8Array.from({ length: size * size * 4 }, (_, at) => {
  const [pixel, channel] = [Math.floor(at / 4), at % 4];
  if (channel === 3) return 255;
  return pixel < 9000 ? (pixel % 3) * 100 : (pixel * (channel + 3)) % 256;
});

test("a picture with a palette has its size, and its frequent colours as they were", () => {
  const file = png(size, pixels);
  const small = withPalette(file);
  expect(small.length).toBeLessThan(file.length);
  expect([small.readUInt32BE(16), small.readUInt32BE(20), small[25]]).toEqual([size, size, 3]);
  expect(withPalette(file)).toEqual(small);
  const frequent = [0, 0x646464, 0xc8c8c8];
  expect([...readPng(file).pixels.slice(0, 3)]).toEqual(frequent);
  const at = small.indexOf("PLTE") + 4;
  const palette = [0, 1, 2].map((place) => small.readUIntBE(at + place * 3, 3));
  expect(palette.toSorted((a, b) => a - b)).toEqual(frequent);
  expect(() => readPng(small)).toThrow("kind 3");
});

test("what each filter foretold is put back", () => {
  // Two rows of two pixels: 10, 20, 30 / 40, 50, 60 in both, the second written as its difference.
  const row = [10, 20, 30, 40, 50, 60];
  const second = [
    row,
    [10, 20, 30, 30, 30, 30],
    [0, 0, 0, 0, 0, 0],
    [5, 10, 15, 15, 15, 15],
    [0, 0, 0, 0, 0, 0],
  ];
  for (const [filter, written] of second.entries()) {
    const head = Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 8, 2, 0, 0, 0]);
    const data = deflateSync(Buffer.from([0, ...row, filter, ...written]));
    const file = Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", data)]);
    expect([...readPng(file).pixels]).toEqual([0x0a141e, 0x28323c, 0x0a141e, 0x28323c]);
  }
});
