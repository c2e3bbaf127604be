// A sign as pixels: white on a ground with round corners, so that it reads on a light and on a dark toolbar.
import type { Shape } from "../../lib/mark/shapes.ts";

/** Looks so many times in each direction of a pixel. */
const fine = 8;

/** Distance from the edge of a bar with round corners; less than 0 inside. */
function fromBar(
  px: number,
  py: number,
  { x, y, width, height, r }: Omit<Shape & { is: "bar" }, "is">,
): number {
  const dx = Math.abs(px - x - width / 2) - width / 2 + r;
  const dy = Math.abs(py - y - height / 2) - height / 2 + r;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - r;
}

function holds(shape: Shape, px: number, py: number): boolean {
  const away = shape.is === "dot" ? Math.hypot(px - shape.x, py - shape.y) - shape.r : fromBar(px, py, shape);
  return shape.line ? Math.abs(away) <= shape.line / 2 : away <= 0;
}

const ground: Shape = { is: "bar", x: 0, y: 0, width: 24, height: 24, r: 5.5 };

export interface Icon {
  shapes: readonly Shape[];
  color: string;
  size: number;
}

/** Red, green, blue and alpha of each pixel, row by row. */
export function draw({ shapes, color, size }: Icon): Uint8Array {
  const pixels = new Uint8Array(size * size * 4);
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  // The sign fills three quarters of the ground; in the smallest size more, for there is no pixel to give away.
  const scale = size <= 16 ? 0.84 : 0.74;
  for (let at = 0; at < size * size; at++) {
    let [covered, white] = [0, 0];
    for (let look = 0; look < fine * fine; look++) {
      const x = (((at % size) + ((look % fine) + 0.5) / fine) * 24) / size;
      const y = ((Math.floor(at / size) + (Math.floor(look / fine) + 0.5) / fine) * 24) / size;
      if (!holds(ground, x, y)) continue;
      covered++;
      const [sx, sy] = [(x - 12) / scale + 12, (y - 12) / scale + 12.4];
      if (shapes.some((shape) => holds(shape, sx, sy))) white++;
    }
    const share = covered === 0 ? 0 : white / covered;
    const mixed = [red!, green!, blue!].map((part) => Math.round(part + (255 - part) * share));
    pixels.set([...mixed, Math.round((covered / (fine * fine)) * 255)], at * 4);
  }
  return pixels;
}
