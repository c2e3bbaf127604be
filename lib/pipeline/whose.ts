import { agreedTools, type Doorway } from "../consent/gate.ts";
import type { PageSender } from "../platform/page-sender.ts";
import { type Belongs, belongsTo } from "../scope/sender-tool.ts";

/** The agreed tool that a page script's frame belongs to, or why there is none. */
export const whose = (sender: PageSender, doorway: Doorway): Belongs =>
  belongsTo(sender, { tools: agreedTools(doorway), patternsNamePorts: !import.meta.env.FIREFOX });
