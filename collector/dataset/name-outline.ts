// A shipped outline with the vocabulary's strings put back in.
import { createHash } from "node:crypto";
import { canonicalText } from "../../schemas/canonical.ts";
import type { DatasetOutline } from "../../schemas/dataset.ts";
import type { Outline, OutlineNode } from "../../schemas/outline.ts";
import type { Names } from "./names.ts";

/** What the outline's tool is, by its published title and the version of its vocabulary; null where it has none. */
export interface OutlineTool {
  title: string | null;
  version: number | null;
  names: Names;
}

function nameNode(node: OutlineNode, names: Names): DatasetOutline["nodes"][number] {
  const { tag, name, attributes, ...rest } = node;
  const said = (attributes ?? []).flatMap((index) => names.attribute(index) ?? []);
  return {
    ...rest,
    ...(tag === undefined ? {} : { tag: names.tag(tag) }),
    ...(name === undefined ? {} : { name: names.term(name) }),
    ...(said.length > 0 ? { attributes: said } : {}),
  };
}

/** The same page state is one row for each tool and vocabulary it is read with. */
export const nameOutline = ({ hash, nodes }: Outline, tool: OutlineTool): DatasetOutline => ({
  format: "tooltrail-dataset-outline/1",
  hash,
  tool: tool.title,
  vocabulary: tool.version,
  nodes: nodes.map((node) => nameNode(node, tool.names)),
});

/** Whether the hash is that of the nodes. */
export const isTrue = ({ hash, nodes }: Outline): boolean =>
  createHash("sha256").update(canonicalText(nodes)).digest().subarray(0, 16).toString("base64url") === hash;
