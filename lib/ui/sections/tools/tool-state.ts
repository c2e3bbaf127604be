// One true line on each tool's card. Pure.
import type { Tool } from "../../../../schemas/tool.ts";
import { kindsIn } from "../../../consent/gate.ts";
import { narrowTool } from "../../../policy/narrow.ts";
import { policyOf } from "../../../policy/state.ts";
import { type Facts, recordingState } from "../../recording-state.ts";

export type ToolState =
  /** The company's policy does not allow the tool. */
  | "forbidden"
  /** The browser does not let Tooltrail in. */
  | "shut"
  /** The person's answer does not cover it. */
  | "uncovered"
  /** No kind is left of what was agreed. */
  | "no-kinds"
  /** Nothing is recorded in any tool, which is said elsewhere. */
  | "still"
  | "recording";

/** `granted` undefined: the browser has not answered yet. */
export function toolState(facts: Facts, tool: Tool, granted: boolean | undefined): ToolState {
  const policy = policyOf(facts.policy);
  const narrowed = policy ? narrowTool(tool, policy) : tool;
  if (!narrowed) return "forbidden";
  if (granted === false) return "shut";
  if (facts.consent.answer !== "agreed") return "still";
  if (!facts.consent.tools.includes(tool.id)) return "uncovered";
  if (kindsIn(facts, narrowed).length === 0) return "no-kinds";
  return recordingState(facts).is === "recording" && granted ? "recording" : "still";
}
