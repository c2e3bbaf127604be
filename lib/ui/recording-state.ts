// One answer to "what is true right now", for side bar, banners and popup.
import type { Pause } from "../../schemas/consent.ts";
import type { Tool } from "../../schemas/tool.ts";
import { agreedTools, isPaused } from "../consent/gate.ts";
import type { Consent } from "../consent/state.ts";
import { matches } from "../scope/pattern.ts";

export interface Facts {
  consent: Consent;
  tools: readonly Tool[];
  pause: Pause | undefined;
  /** Since when there is no disk space, or null. */
  diskFullSince: number | null;
  now: number;
}

export type RecordingState =
  | { is: "not-agreed"; answer: Consent["answer"] }
  | { is: "disk-full"; since: number }
  | { is: "paused"; until: number | null }
  | { is: "no-tools" }
  | { is: "recording"; tools: readonly Tool[] };

/** The strongest reason not to record wins. */
export function recordingState(facts: Facts): RecordingState {
  const { consent, pause, diskFullSince, now } = facts;
  if (consent.answer !== "agreed") return { is: "not-agreed", answer: consent.answer };
  if (diskFullSince !== null) return { is: "disk-full", since: diskFullSince };
  if (pause && isPaused(pause, now)) return { is: "paused", until: pause.until };
  const tools = agreedTools(facts);
  return tools.length > 0 ? { is: "recording", tools } : { is: "no-tools" };
}

export type TabState =
  | Exclude<RecordingState, { is: "recording" | "no-tools" }>
  | { is: "off-scope" }
  | { is: "here"; tool: Tool };

/** The same for one tab. `address` is undefined where the browser tells us nothing of it: then it is off scope. */
export function tabState(facts: Facts, address: string | undefined): TabState {
  const state = recordingState(facts);
  if (state.is === "no-tools") return { is: "off-scope" };
  if (state.is !== "recording") return state;
  const tool =
    address === undefined ? undefined : state.tools.find(({ pattern }) => matches(pattern, address));
  return tool ? { is: "here", tool } : { is: "off-scope" };
}
