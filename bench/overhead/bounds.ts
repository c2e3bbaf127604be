// The bounds of the issue. None is ever made wider.
import type { Figures } from "./figures.ts";

export interface Bound {
  name: string;
  /** What was measured; null where it was not. */
  figure: number | null;
  most: number;
  holds: boolean;
}

/** Ratio of Tooltrail's script to that of empty listeners in the same run, for what happens all the time. */
const mostTimesFloor = 2;

const fixed: [name: string, figure: string, most: number][] = [
  ["click-median-us", "listener-click-us", 300],
  ["click-p99-us", "listener-click-p99-us", 2000],
  ["slice-ms", "longest-slice-ms", 4],
  ["load-cpu-ms", "load-script-ms", 10],
  ["heap-loaded-kb", "heap-loaded-kb", 600],
  ["heap-growth-kb", "heap-growth-kb", 64],
  ["injected-gzip-kb", "injected-gzip-kb", 12],
  ["shipped-raw-bytes-per-event", "shipped-raw-bytes", 8],
  ["shipped-gzip-bytes-per-event", "shipped-gzip-bytes", 3],
  ["outline-gzip-kb", "outline-gzip-kb", 48],
  ["outlines-per-state", "outlines-per-state", 1],
  ["paint-click-ms", "paint-click-ms", 8],
  ["paint-key-ms", "paint-key-ms", 8],
  ["idle-wake-ups", "idle-wake-ups", 0],
];

/** All of them; one whose figure is missing does not hold. */
export function boundsOf(figures: Figures): Bound[] {
  const of = (subject: string, figure: string) => figures[subject]?.[figure]?.median ?? null;
  const bound = (name: string, figure: number | null, most: number): Bound => ({
    name,
    figure: figure === null ? null : Number(figure.toPrecision(4)),
    most,
    holds: figure !== null && figure <= most,
  });
  const ratios = (["move", "key", "wheel"] as const).map((kind) => {
    const [ours, floor] = [of("tooltrail", `script-${kind}-us`), of("floor", `script-${kind}-us`)];
    return bound(`${kind}-times-floor`, ours === null || !floor ? null : ours / floor, mostTimesFloor);
  });
  return [...ratios, ...fixed.map(([name, figure, most]) => bound(name, of("tooltrail", figure), most))];
}
