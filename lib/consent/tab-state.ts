// One answer to "what is true right now", for toolbar, popup, side bar and banners.
import type { Tool } from "../../schemas/tool.ts";
import { heldBack } from "../policy/state.ts";
import { isLeftOut } from "../scope/path.ts";
import { matches } from "../scope/pattern.ts";
import { agreedTools, type Doorway, isPaused } from "./gate.ts";
import type { Consent } from "./state.ts";

export interface Facts extends Pick<Doorway, "consent" | "tools" | "pause" | "policy" | "now"> {
  /** Since when there is no disk space, or null. */
  diskFullSince: number | null;
}

export type RecordingState =
  /** The company has ended recording everywhere. */
  | { is: "stopped"; since: number }
  | { is: "not-agreed"; answer: Consent["answer"] }
  /** A policy may still come; `until` null: it must. */
  | { is: "waiting"; until: number | null }
  /** By policy nothing is recorded: one that could not be read, or a profile on which nothing ever is. */
  | { is: "held"; why: "unread" | "never" }
  | { is: "disk-full"; since: number }
  | { is: "paused"; until: number | null }
  | { is: "no-tools" }
  | { is: "recording"; tools: readonly Tool[] };

/** The strongest reason not to record wins. */
export function recordingState(facts: Facts): RecordingState {
  const { consent, pause, policy, diskFullSince, now } = facts;
  if (policy.is === "stopped") return { is: "stopped", since: policy.since };
  if (consent.answer !== "agreed") return { is: "not-agreed", answer: consent.answer };
  if (policy.is === "waiting") return { is: "waiting", until: policy.until };
  const held = heldBack(policy);
  if (held === "unread" || held === "never") return { is: "held", why: held };
  if (diskFullSince !== null) return { is: "disk-full", since: diskFullSince };
  if (pause && isPaused(pause, now)) return { is: "paused", until: pause.until };
  const tools = agreedTools(facts);
  return tools.length > 0 ? { is: "recording", tools } : { is: "no-tools" };
}

export type TabState =
  | Exclude<RecordingState, { is: "recording" | "no-tools" }>
  | { is: "off-scope" }
  /** In a tool that the person agreed to: the company does not allow it, or this part of it is left out. */
  | { is: "held-here"; tool: Tool; why: "tool" | "path" }
  | { is: "here"; tool: Tool }
  /** The page is in no tool, or held back; a frame in it is of a tool that is recorded. */
  | { is: "part-here"; tool: Tool };

export interface TabFacts {
  /** Undefined where the browser tells us nothing of it: then it is off scope. */
  address: string | undefined;
  /** The ids of the tools that have a frame in it. */
  inside: readonly string[];
}

/** The same for one tab: what is recorded in any part of it is said before what is not. */
export function tabState(facts: Facts, { address, inside }: TabFacts): TabState {
  const state = pageState(facts, address);
  if (state.is !== "off-scope" && state.is !== "held-here") return state;
  // A part that is left out is so with the tool's own frames.
  const own = state.is === "held-here" ? state.tool.id : undefined;
  const tool = agreedTools(facts).find(({ id }) => id !== own && inside.includes(id));
  return tool ? { is: "part-here", tool } : state;
}

/** Of the page itself, whatever it holds. */
function pageState(facts: Facts, address: string | undefined): TabState {
  const state = recordingState(facts);
  if (state.is !== "recording" && state.is !== "no-tools") return state;
  const isThere = ({ pattern, removedAt }: Tool) =>
    address !== undefined && removedAt === undefined && matches(pattern, address);
  const tool = agreedTools(facts).find(isThere);
  if (tool) {
    return isLeftOut(tool.exclude, address!) ? { is: "held-here", tool, why: "path" } : { is: "here", tool };
  }
  const covered = facts.tools.find((one) => isThere(one) && facts.consent.tools.includes(one.id));
  return covered ? { is: "held-here", tool: covered, why: "tool" } : { is: "off-scope" };
}
