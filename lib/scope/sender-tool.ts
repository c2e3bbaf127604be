// Which tool a page script's message belongs to, by the browser's word and not the script's.
import type { Tool } from "../../schemas/tool.ts";
import { isPageScript, type PageSender } from "../platform/page-sender.ts";
import { matches } from "./pattern.ts";

export type Belongs =
  | { tool: Tool; refused?: undefined }
  | { tool?: undefined; refused: "message-out-of-scope" | "frame-undecided" };

type Refused = Belongs & { refused: string };
/** Where a frame stands, before it is asked whose that is. */
export type Judged = { address: string; refused?: undefined } | (Refused & { address?: undefined });

interface Scope {
  tools: readonly Tool[];
  /** Firefox's match patterns name no port: that our script is in a frame says less there. */
  patternsNamePorts: boolean;
}

const outside = { refused: "message-out-of-scope" } as const;
const undecided = { refused: "frame-undecided" } as const;

/**
 * The address that a frame is judged by, or why there is none. A frame with an address has its own, an about:, srcdoc
 * or blob: frame the origin that the browser attests. An opaque frame without an address belongs to its nearest
 * ancestor with an origin, see docs/decisions/2026-11-21-frames-without-an-address.md; where that cannot be decided it
 * is refused.
 */
export function judgedBy(
  sender: PageSender,
  { patternsNamePorts }: Pick<Scope, "patternsNamePorts">,
): Judged {
  if (!isPageScript(sender) || sender.tab?.incognito || !sender.url) return outside;
  const { url, origin } = sender;
  if (hasAddress(url)) {
    // Sandboxed, it is opaque but has an address; any other origin than its own is not known to happen.
    const own = origin === undefined || origin === "null" || origin === new URL(url).origin;
    return own ? { address: url } : undecided;
  }
  if (origin && origin !== "null") return { address: `${origin}/` };
  // A sandboxed blob: frame is opaque, yet its address names the origin that made it.
  if (url.startsWith("blob:http")) return { address: `${new URL(url).origin}/` };
  const nearest = nearestAncestor(sender, patternsNamePorts);
  return nearest === null ? undecided : { address: `${nearest}/` };
}

/** The listed tool of an address, or why there is none. */
export function toolAt(judged: Judged, tools: readonly Tool[]): Belongs {
  const { address } = judged;
  if (address === undefined) return judged;
  const tool = tools.find(({ pattern, removedAt }) => removedAt === undefined && matches(pattern, address));
  return tool ? { tool } : outside;
}

/** The listed tool that a frame belongs to, or why there is none. */
export const belongsTo = (sender: PageSender, { tools, patternsNamePorts }: Scope): Belongs =>
  toolAt(judgedBy(sender, { patternsNamePorts }), tools);

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
