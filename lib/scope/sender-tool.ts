// Which tool a page script's message belongs to, by the browser's word and not the script's.
import type { Tool } from "../../schemas/tool.ts";
import type { Runtime } from "../platform/browser.ts";
import { matches } from "./pattern.ts";

/**
 * The tool whose scope holds the sending frame, or null. A frame with an address of its own is judged by it.
 * An about:, srcdoc, data: or blob: frame is judged by the origin the browser attests for it; where that is
 * opaque or missing, by the top document only if the frame is the top document, else it is refused.
 */
export function senderTool(sender: Runtime.MessageSender, tools: readonly Tool[]): Tool | null {
  const listed = tools.filter((tool) => tool.removedAt === undefined);
  const inScope = (address: string) => listed.find((tool) => matches(tool.pattern, address)) ?? null;
  if (!sender.tab || sender.tab.incognito || !sender.url) return null;
  if (/^https?:/.test(sender.url)) return inScope(sender.url);
  // `origin` is Chromium's; the polyfill's types leave it out.
  const origin = (sender as { origin?: string }).origin;
  return origin && origin !== "null" ? inScope(`${origin}/`) : null;
}
