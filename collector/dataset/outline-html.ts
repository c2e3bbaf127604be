// An outline as HTML, in the cleaned form that Mind2Web's loaders read: every element has its number.
import type { DatasetOutline } from "../../schemas/dataset.ts";

type Node = DatasetOutline["nodes"][number];

const tags: Partial<Record<Node["role"], string>> = {
  article: "article",
  banner: "header",
  button: "button",
  cell: "td",
  checkbox: "input",
  columnheader: "th",
  combobox: "select",
  complementary: "aside",
  contentinfo: "footer",
  dialog: "dialog",
  document: "html",
  form: "form",
  group: "fieldset",
  heading: "h2",
  img: "img",
  link: "a",
  list: "ul",
  listitem: "li",
  main: "main",
  navigation: "nav",
  option: "option",
  radio: "input",
  region: "section",
  row: "tr",
  rowgroup: "tbody",
  searchbox: "input",
  separator: "hr",
  slider: "input",
  spinbutton: "input",
  table: "table",
  textbox: "input",
};

/** The node's tag, or the one that its role takes for granted. */
export const tagOf = ({ tag, role }: Node): string =>
  tag === "custom" ? "div" : (tag ?? tags[role] ?? "div");

/** The published attributes of a node, with its classes as one attribute. */
export function attributesOf({ attributes = [] }: Node): [name: string, value: string][] {
  const byName = Map.groupBy(attributes, ({ name }) => name);
  return [...byName].map(([name, all]) => [name, all.map(({ value }) => value).join(" ")]);
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function opening(node: Node, at: number): string {
  const said: [string, string][] = [
    ["backend_node_id", String(at)],
    ...(node.role === "generic" ? [] : [["role", node.role] as [string, string]]),
    ...(node.name ? [["aria-label", node.name] as [string, string]] : []),
    ...attributesOf(node),
    ...(node.state ?? []).map((state): [string, string] => [`data-${state}`, "true"]),
    ...(node.count ? [["data-count", node.count] as [string, string]] : []),
  ];
  return `<${tagOf(node)}${said.map(([name, value]) => ` ${name}="${escaped(value)}"`).join("")}>`;
}

/** Children come after their parents, so a pass from the end has all children of a node before the node. */
export function cleanedHtml({ nodes }: DatasetOutline): string {
  const inside: string[] = nodes.map(() => "");
  for (let at = nodes.length - 1; at >= 0; at--) {
    const node = nodes[at]!;
    const html = `${opening(node, at)}${inside[at]}</${tagOf(node)}>`;
    if (node.parent === null) return html;
    inside[node.parent] = html + inside[node.parent];
  }
  return "";
}
