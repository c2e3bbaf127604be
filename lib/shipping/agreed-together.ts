// The steps of tools in which all is switched on that leaves together (lib/anonymize/together.ts). What the company rules
// out for everybody does not count as switched off.
import type { Receipt } from "../../schemas/consent.ts";
import { type SwitchName, switchNames } from "../../schemas/step-of-kind.ts";
import type { NumberedStep } from "../../schemas/trajectory.ts";
import { leavesTogether } from "../anonymize/together.ts";
import { type Doorway, kindsIn, narrowed } from "../consent/gate.ts";
import { newestOf } from "../consent/state.ts";

type World = Pick<Doorway, "tools" | "policy"> & { receipts: readonly Receipt[] };

/** What of a tool is kept of somebody who agreed to these; by the tool's own switches, or without them. */
function keptIn(
  { tools, policy }: World,
  { id, kinds, ownSwitches }: { id: string; kinds: readonly SwitchName[]; ownSwitches: boolean },
): SwitchName[] {
  const asked = tools.flatMap((tool) => {
    const { kinds: _, ...whole } = tool;
    return tool.id === id ? [ownSwitches ? tool : whole] : [];
  });
  const doorway = { consent: { answer: "agreed", kinds, tools: [id] } as const, tools: asked, policy };
  const [tool] = narrowed(doorway).tools;
  return tool ? kindsIn(doorway, tool) : [];
}

/** Pure. The answer that counts is the newest that agreed: under it these steps were recorded. */
export function agreedTogether(steps: readonly NumberedStep[], world: World): NumberedStep[] {
  const kinds = newestOf(world.receipts.filter(({ answer }) => answer === "agreed"))?.kinds ?? [];
  const known = new Map<string, boolean>();
  const leaves = (id: string): boolean => {
    const agreed = keptIn(world, { id, kinds, ownSwitches: true });
    const possible = keptIn(world, { id, kinds: switchNames, ownSwitches: false });
    // Of a tool that is not on the list, or that the company rules out, nothing is possible.
    return possible.length > 0 && leavesTogether(agreed, possible);
  };
  return steps.filter(({ step: { tool } }) => {
    const answer = known.get(tool) ?? leaves(tool);
    known.set(tool, answer);
    return answer;
  });
}
