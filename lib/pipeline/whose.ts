import type { Dropped } from "../../schemas/dropped.ts";
import type { Tool } from "../../schemas/tool.ts";
import { agreedTools, closed, type Doorway, type Place } from "../consent/gate.ts";
import type { PageSender } from "../platform/page-sender.ts";
import { matches } from "../scope/pattern.ts";
import { type Belongs, type Judged, judgedBy, toolAt } from "../scope/sender-tool.ts";

/** The address that a page script's frame is judged by; nothing is asked for it. */
export const judge = (sender: PageSender): Judged =>
  judgedBy(sender, { patternsNamePorts: !import.meta.env.FIREFOX });

/** The agreed tool of it, or why there is none. */
export const agreedAt = (judged: Judged, doorway: Doorway): Belongs => toolAt(judged, agreedTools(doorway));

/** The agreed tool that a page script's frame belongs to, or why there is none. */
export const whose = (sender: PageSender, doorway: Doorway): Belongs => agreedAt(judge(sender), doorway);

/** Why nothing of a frame that belongs to no agreed tool is kept. */
export function whyNot(judged: Judged, doorway: Doorway): Dropped {
  const { tool, refused } = toolAt(judged, doorway.tools);
  // It was agreed to: then it is the company that does not allow it.
  const forbidden = tool && doorway.consent.tools.includes(tool.id);
  return closed(doorway) ?? (forbidden ? "policy-forbids" : (refused ?? "message-out-of-scope"));
}

/** Where in the tool it is: its own address and that of its tab, for a part that is left out is so with its frames. */
export const placeOf = (sender: PageSender, { id, pattern }: Tool): Place => ({
  tool: id,
  addresses: [sender.url, sender.tab?.url].flatMap((address) =>
    address !== undefined && matches(pattern, address) ? [address] : [],
  ),
});
