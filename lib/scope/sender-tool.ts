// Which tool a page script's message belongs to, by the browser's word and not the script's.
import type { Tool } from "../../schemas/tool.ts";
import { isPageScript, type PageSender } from "../platform/page-sender.ts";
import { matches } from "./pattern.ts";

export type Belongs =
  | { tool: Tool; refused?: undefined }
  | { tool?: undefined; refused: "message-out-of-scope" | "frame-undecided" };

interface Scope {
  tools: readonly Tool[];
  /** Firefox's match patterns name no port: that our script is in a frame says less there. */
  patternsNamePorts: boolean;
}

const outside = { refused: "message-out-of-scope" } as const;
const undecided = { refused: "frame-undecided" } as const;

/**
 * A frame with an address is judged by it, an about:, srcdoc or blob: frame by the origin that the browser attests.
 * An opaque frame without an address belongs to its nearest ancestor with an origin, see
 * docs/decisions/2026-11-21-frames-without-an-address.md; where that cannot be decided it is refused.
 */
export function belongsTo(sender: PageSender, { tools, patternsNamePorts }: Scope): Belongs {
  const listed = tools.filter((tool) => tool.removedAt === undefined);
  const ofAddress = (address: string): Belongs => {
    const tool = listed.find(({ pattern }) => matches(pattern, address));
    return tool ? { tool } : outside;
  };
  if (!isPageScript(sender) || sender.tab?.incognito || !sender.url) return outside;
  const { url, origin } = sender;
  if (/^https?:/.test(url)) {
    // Sandboxed, it is opaque but has an address; any other origin than its own is not known to happen.
    const own = origin === undefined || origin === "null" || origin === new URL(url).origin;
    return own ? ofAddress(url) : undecided;
  }
  if (origin && origin !== "null") return ofAddress(`${origin}/`);
  // A sandboxed blob: frame is opaque, yet its address names the origin that made it.
  if (url.startsWith("blob:http")) return ofAddress(`${new URL(url).origin}/`);
  const nearest = nearestAncestor(sender, patternsNamePorts);
  return nearest === null ? undecided : ofAddress(`${nearest}/`);
}

/** The origin of the nearest ancestor that has one; null where the browser's word does not bear it out. */
function nearestAncestor({ ancestors = [], tab }: PageSender, patternsNamePorts: boolean): string | null {
  // Of a closed tab the browser says nothing that could bear it out.
  if (!tab) return null;
  const position = ancestors.findIndex(hasAddress);
  if (position === -1) return null;
  // Those in between may be frames of a data: address, or sandboxed ones of the same host on another port.
  if (position > 0 && !patternsNamePorts) return null;
  const top = ancestors.at(-1)!;
  const attested = tab.url && URL.parse(tab.url)?.origin;
  if (attested && hasAddress(top) && attested !== top) return null;
  return ancestors[position]!;
}

const hasAddress = (origin: string): boolean => /^https?:/.test(origin);
