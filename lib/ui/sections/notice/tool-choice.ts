// Which tools an answer covers: one choice a tool of the company's list, and of all where the profile is shared.
import type { DescribedTool, Tool } from "../../../../schemas/tool.ts";
import { narrowTool, offeredTools } from "../../../policy/narrow.ts";
import { policyOf } from "../../../policy/state.ts";
import type { Facts } from "../../recording-state.ts";
import { asTool } from "./what-changed.ts";

/** A switch: a row of the list, or an offer that has none yet. */
export interface Choice {
  pattern: string;
  tool: DescribedTool;
  /** Undefined where it has to be taken over first. */
  id: string | undefined;
  /** The company's own policy does not let it be recorded. */
  held: boolean;
}

export interface ToolChoice {
  choices: readonly Choice[];
  /** Listed by the person, which was the answer for them. */
  own: readonly Tool[];
}

/** `anew`: the tools of the list may be another person's, so that each is asked for. */
export function toolChoice(
  { policy: state, tools }: Pick<Facts, "policy" | "tools">,
  anew: boolean,
): ToolChoice {
  const policy = policyOf(state);
  const isHeld = (tool: Tool) => policy !== null && narrowTool(tool, policy) === null;
  const listed = tools.filter(({ removedAt }) => removedAt === undefined);
  const asked = listed.filter((tool) => anew || tool.listedBy === "company");
  const choices = [
    ...asked.map((tool) => ({ pattern: tool.pattern, tool, id: tool.id, held: isHeld(tool) })),
    ...offeredTools(policy, tools).map((tool) => ({
      pattern: tool.pattern,
      tool,
      id: undefined,
      held: isHeld(asTool(tool)),
    })),
  ];
  return { choices, own: listed.filter((tool) => !asked.includes(tool)) };
}
