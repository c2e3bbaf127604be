import type { RecordingState, TabState } from "../consent/tab-state.ts";
import type { Sign } from "./shapes.ts";

const signs: Record<(RecordingState | TabState)["is"], Sign> = {
  here: "recording",
  "part-here": "recording",
  recording: "recording",
  paused: "paused",
  "off-scope": "off",
  "held-here": "off",
  held: "off",
  "no-tools": "off",
  "not-agreed": "none",
  waiting: "none",
  stopped: "stopped",
  "disk-full": "stopped",
};

/** The sign of what is true right now, the same on toolbar, popup, side bar and in the page. */
export const signOf = (state: RecordingState | TabState): Sign => signs[state.is];
