import type { Sign } from "./shapes.ts";

/** The ground of each sign, which is white on it: readable on any toolbar and any page, light or dark. */
export const colorOf: Record<Sign, string> = {
  recording: "#1f5f4d",
  paused: "#775000",
  off: "#4b5955",
  none: "#4b5955",
  stopped: "#15211e",
};
