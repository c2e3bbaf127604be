import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { colorOf } from "../../lib/mark/colors.ts";
import { shapes, signs } from "../../lib/mark/shapes.ts";
import { draw } from "./draw.ts";
import { fileOf, icons } from "./files.ts";

const folder = resolve(import.meta.dirname, "../../public/icon");
/** What a file shows: another release of the packer may write the same pixels in other bytes. */
const pixelsOf = (file: Buffer) => {
  const at = file.indexOf("IDAT");
  return inflateSync(file.subarray(at + 4, at + 4 + file.readUInt32BE(at - 4)));
};

test("the icons are those that the shapes make, and no others", () => {
  expect(readdirSync(folder).sort()).toEqual([...icons.keys()].sort());
  for (const [name, icon] of icons) {
    const file = readFileSync(join(folder, name));
    expect(pixelsOf(file).equals(pixelsOf(fileOf(icon))), name).toBe(true);
  }
});

test("no two signs look alike, not even without colour", () => {
  for (const size of [16, 32]) {
    const seen = signs.map((sign) => draw({ shapes: shapes[sign], color: "#000000", size }).join());
    expect(new Set(seen).size).toBe(signs.length);
  }
});

const light = (hex: string): number => {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
};

test("white on each ground reads: at least 4.5 to 1, whatever the toolbar's colour is", () => {
  for (const sign of signs) expect(1.05 / (light(colorOf[sign]) + 0.05), sign).toBeGreaterThanOrEqual(4.5);
});
