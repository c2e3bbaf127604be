// A finished tree as the list of nodes that is kept: breadth first, so that a cut takes the deepest.
import type { OutlineNode } from "../../schemas/outline.ts";
import type { Raw } from "./raw.ts";

/** As schemas/outline.ts bounds it for the receiver; a test holds them equal. */
export const mostNodes = 4000;

/** The nodes in their order; each raw node learns its position. */
export function flatten(root: Raw): OutlineNode[] {
  const nodes: OutlineNode[] = [];
  const queue: Raw[] = [root];
  for (let at = 0; at < queue.length && nodes.length < mostNodes; at++) {
    const raw = queue[at]!;
    raw.position = nodes.length;
    nodes.push({
      parent: raw.parent?.position ?? null,
      ...raw.described,
      ...(raw.count && { count: raw.count }),
    });
    queue.push(...raw.children);
  }
  return nodes;
}
