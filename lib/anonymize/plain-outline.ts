// An outline as everybody would have seen it: without what folds away in a small window, without menus that are open,
// without what is filled in already, without names that are not published in each language.
import type { OutlineNode } from "../../schemas/outline.ts";
import type { Words } from "./words.ts";

/** With all that stands in them, but for the one that was acted in. */
const left =
  /^(navigation|banner|contentinfo|complementary|menu|menubar|tooltip|alert|status|search|searchbox)$/;

export interface PlainOutline {
  nodes: OutlineNode[];
  /** The position of each node that stays, by its position before. */
  positions: ReadonlyMap<number, number>;
}

/** A node and all that it stands in, by their positions. */
export function nodesAround(nodes: readonly OutlineNode[], node: number | null): ReadonlySet<number> {
  const around = new Set<number>();
  for (let at = node; at !== null && at < nodes.length; at = nodes[at]!.parent) around.add(at);
  return around;
}

/** Pure. What the act was done in stays, and the first node always. */
export function plainOutline(
  nodes: readonly OutlineNode[],
  { isCommon }: Words,
  actedIn: ReadonlySet<number> = new Set(),
): PlainOutline {
  const positions = new Map<number, number>();
  const kept: OutlineNode[] = [];
  nodes.forEach((node, at) => {
    const { parent, state, name, ...rest } = node;
    const above = parent === null ? null : positions.get(parent);
    if (above === undefined || (parent !== null && left.test(node.role) && !actedIn.has(at))) return;
    positions.set(at, kept.length);
    const selected = state?.includes("selected");
    kept.push({
      ...{ ...rest, parent: above },
      ...(name !== undefined && isCommon(name) && { name }),
      ...(selected && { state: ["selected" as const] }),
    });
  });
  return { nodes: kept, positions };
}

/** Whether the act's place makes a difference: it was done in what is left out else. */
export const isInLeft = (nodes: readonly OutlineNode[], actedIn: ReadonlySet<number>): boolean =>
  [...actedIn].some((at) => nodes[at]!.parent !== null && left.test(nodes[at]!.role));
