// A browser's picture with at most 256 colours: flat pages lose nothing that is seen, and four parts of five in size.
import { deflateSync, inflateSync } from "node:zlib";
import { chunk, signature } from "../icons/png.ts";

interface Picture {
  width: number;
  height: number;
  /** Red, green and blue of each pixel in one number. */
  pixels: Uint32Array;
}

function* chunksOf(file: Buffer): Generator<{ name: string; data: Buffer }> {
  for (let at = signature.length; at < file.length; ) {
    const length = file.readUInt32BE(at);
    yield {
      name: file.toString("latin1", at + 4, at + 8),
      data: file.subarray(at + 8, at + 8 + length),
    };
    at += length + 12;
  }
}

/** What a filter of PNG foretells from the bytes to the left, above, and left above. */
function foretold(filter: number, [left, above, corner]: readonly [number, number, number]): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((each) => Math.abs(guess - each)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/** Eight bits a channel, without or with alpha, not interlaced: what a browser writes. */
export function readPng(file: Buffer): Picture {
  const chunks = [...chunksOf(file)];
  const head = chunks.find(({ name }) => name === "IHDR")!.data;
  const [width, height, bits, kind] = [head.readUInt32BE(0), head.readUInt32BE(4), head[8], head[9]];
  if (bits !== 8 || (kind !== 2 && kind !== 6) || head[12] !== 0)
    throw new Error(`A picture of kind ${kind} with ${bits} bits is not read here.`);
  const step = kind === 6 ? 4 : 3;
  const data = inflateSync(Buffer.concat(chunks.flatMap(({ name, data }) => (name === "IDAT" ? data : []))));
  const line = width * step;
  let before = new Uint8Array(line);
  const pixels = new Uint32Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = y * (line + 1);
    const row = new Uint8Array(data.subarray(from + 1, from + 1 + line));
    for (let x = 0; x < line; x++) {
      const around = [x < step ? 0 : row[x - step]!, before[x]!, x < step ? 0 : before[x - step]!] as const;
      row[x] = row[x]! + foretold(data[from]!, around);
    }
    for (let x = 0; x < width; x++)
      pixels[y * width + x] = (row[x * step]! << 16) | (row[x * step + 1]! << 8) | row[x * step + 2]!;
    before = row;
  }
  return { width, height, pixels };
}

const apart = (a: number, b: number): number =>
  [16, 8, 0].reduce((sum, shift) => sum + (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2, 0);

/** So many places are for the most frequent colours; the others for what would be shown most wrongly. */
const frequent = 160;

/** Up to 256 colours, and for each colour its place among them: its own, or that of the nearest. */
function paletteOf(pixels: Uint32Array): { palette: number[]; places: Map<number, number> } {
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const palette: number[] = [];
  const nearest = sorted.map(() => ({ place: 0, apart: Number.POSITIVE_INFINITY }));
  for (let place = 0; place < Math.min(256, sorted.length); place++) {
    const wrong = (at: number) => sorted[at]![1] * nearest[at]!.apart;
    const chosen =
      place < frequent ? place : sorted.reduce((worst, _, at) => (wrong(at) > wrong(worst) ? at : worst), 0);
    const colour = sorted[chosen]![0];
    palette.push(colour);
    for (const [at, [other]] of sorted.entries()) {
      const distance = apart(colour, other);
      if (distance < nearest[at]!.apart) nearest[at] = { place, apart: distance };
    }
  }
  return { palette, places: new Map(sorted.map(([colour], at) => [colour, nearest[at]!.place])) };
}

/** The same picture with a palette; the same bytes for the same pixels. */
export function withPalette(file: Buffer): Buffer {
  const { width, height, pixels } = readPng(file);
  const { palette, places } = paletteOf(pixels);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (const [at, pixel] of pixels.entries()) rows[at + Math.floor(at / width) + 1] = places.get(pixel)!;
  return Buffer.concat([
    ...[signature, chunk("IHDR", head)],
    chunk(
      "PLTE",
      Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255])),
    ),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
