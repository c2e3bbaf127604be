// The mark: a bar (the tool) and a stem (the trail), which says the state. One source for pages, toolbar and page mark.

/** What a stem may say: dots, two bars, rings, an empty bar, a square. */
export const signs = ["recording", "paused", "off", "none", "stopped"] as const;
export type Sign = (typeof signs)[number];

/** In a square of 24. A hollow one is a line of `line` around nothing. */
export type Shape =
  | { is: "dot"; x: number; y: number; r: number; line?: number }
  | { is: "bar"; x: number; y: number; width: number; height: number; r: number; line?: number };

const bar: Shape = { is: "bar", x: 3, y: 3, width: 18, height: 4.4, r: 1.2 };
const dot = (x: number, y: number, r: number): Shape => ({ is: "dot", x, y, r });
const ring = (x: number, y: number, r: number): Shape => ({ is: "dot", x, y, r, line: 1.6 });

/** `mark` says no state: it stands for Tooltrail itself. */
export const shapes: Record<Sign | "mark", readonly Shape[]> = {
  mark: [bar, dot(12, 11.7, 1.9), dot(13.5, 16.2, 1.9), ring(11.6, 20.7, 1.6)],
  recording: [bar, dot(12, 11.7, 1.9), dot(13.5, 16.2, 1.9), dot(11.6, 20.9, 2.2)],
  paused: [
    bar,
    { is: "bar", x: 7.6, y: 10.4, width: 3, height: 11.6, r: 1 },
    { is: "bar", x: 13.4, y: 10.4, width: 3, height: 11.6, r: 1 },
  ],
  off: [bar, ring(12, 11.7, 1.5), ring(13.5, 16.2, 1.5), ring(11.6, 20.7, 1.5)],
  none: [
    { is: "bar", x: 3.8, y: 3.8, width: 16.4, height: 3, r: 1, line: 1.6 },
    dot(12, 11.7, 1.2),
    dot(13.2, 16.2, 1.2),
    dot(11.8, 20.7, 1.2),
  ],
  stopped: [bar, { is: "bar", x: 6.6, y: 11, width: 10.8, height: 10.8, r: 1.4 }],
};
