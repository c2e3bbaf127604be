// An outline as lines for a person to read: one node a line, indented, the acted-on one marked.
import type { OutlineNode } from "../../schemas/outline.ts";
import type { PublishedNames } from "./published-names.ts";
import { roleWord } from "./role-words.ts";

const times = { "2-5": "2 to 5 alike", "6-20": "6 to 20 alike", more: "more than 20 alike" } as const;

function words(node: OutlineNode, names: PublishedNames): string {
  const name = names.term(node.name ?? null);
  const tag = typeof node.tag === "string" ? node.tag : undefined;
  const what = node.role === "generic" ? (tag ?? "part") : (roleWord(node.role) ?? node.role);
  const more = [...(node.state ?? []), ...(node.count ? [times[node.count]] : [])];
  return [name === undefined ? what : `${what} “${name}”`, ...more].join(", ");
}

/** In the order of the page; `target` is the position of the node acted on. */
export function outlineLines(
  nodes: readonly OutlineNode[],
  target: number | null,
  names: PublishedNames,
): string[] {
  const inside = nodes.map((): number[] => []);
  nodes.forEach(({ parent }, at) => {
    if (parent !== null) inside[parent]?.push(at);
  });
  const lines: string[] = [];
  const stack: [at: number, depth: number][] = [[0, 0]];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [at, depth] = next;
    const mark = at === target ? "▸ " : "  ";
    lines.push(`${mark}${"  ".repeat(depth)}${words(nodes[at]!, names)}`);
    stack.push(...inside[at]!.toReversed().map((child): [number, number] => [child, depth + 1]));
  }
  return lines;
}
