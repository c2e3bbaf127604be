// An outline as lines for a person to read: one node a line, indented, the acted-on one marked.
import type { OutlineNode } from "../../schemas/outline.ts";
import { t } from "../platform/words.ts";
import { joined } from "./measure-words.ts";
import type { PublishedNames } from "./published-names.ts";
import { roleWord } from "./role-words.ts";

const times = { "2-5": "alike.few", "6-20": "alike.some", more: "alike.many" } as const;

function words(node: OutlineNode, names: PublishedNames): string {
  const name = names.term(node.name ?? null);
  const tag = typeof node.tag === "string" ? node.tag : undefined;
  const what = (node.role === "generic" ? tag : roleWord(node.role)) ?? t("role.part");
  return joined([
    name === undefined ? what : t("left.quoted", what, name),
    ...(node.state ?? []).map((state) => t(`state.${state}`)),
    node.count && t(times[node.count]),
  ]);
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
