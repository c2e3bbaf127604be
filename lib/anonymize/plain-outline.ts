// An outline as everybody would have seen it: without what folds away in a small window, without menus that are open,
// without what is filled in already, without names that are not published in each language.
import type { OutlineNode } from "../../schemas/outline.ts";
import type { Words } from "./words.ts";

/** With all that stands in them. */
const left =
  /^(navigation|banner|contentinfo|complementary|menu|menubar|tooltip|alert|status|search|searchbox)$/;

export interface PlainOutline {
  nodes: OutlineNode[];
  /** The position of each node that stays, by its position before. */
  positions: ReadonlyMap<number, number>;
}

/** Pure. The first node always stays. */
export function plainOutline(nodes: readonly OutlineNode[], { isCommon }: Words): PlainOutline {
  const positions = new Map<number, number>();
  const kept: OutlineNode[] = [];
  nodes.forEach((node, at) => {
    const { parent, state, name, ...rest } = node;
    const above = parent === null ? null : positions.get(parent);
    if (above === undefined || (parent !== null && left.test(node.role))) return;
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
