// The source files as the tests of words look at them: each literal text with the place it stands in.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "vite";

export interface Written {
  file: string;
  /** What stands in the place of each `${}` is `\0`. */
  text: string;
  /** The first argument of a call of this name. */
  call: string | undefined;
  /** In the value of a JSX attribute of this name. */
  attribute: string | undefined;
  /** Between JSX tags. */
  shown: boolean;
}

interface Node {
  type: string;
  [part: string]: unknown;
}
type Place = Pick<Written, "file" | "call" | "attribute">;

const isNode = (part: unknown): part is Node => typeof (part as Node | null)?.type === "string";

function textOf(node: Node): string | undefined {
  if (node.type === "Literal" || node.type === "JSXText")
    return typeof node.value === "string" ? node.value : undefined;
  if (node.type !== "TemplateLiteral") return undefined;
  return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join("\0");
}

function walk(node: Node, place: Place, found: Written[]): void {
  if (
    /^(Import|TS)/.test(node.type) &&
    node.type !== "TSAsExpression" &&
    node.type !== "TSSatisfiesExpression"
  )
    return;
  const text = textOf(node);
  if (text !== undefined) found.push({ ...place, text, shown: node.type === "JSXText" });
  const attribute =
    node.type === "JSXAttribute" ? String((node.name as { name: string }).name) : place.attribute;
  const called = node.type === "CallExpression" && (node.callee as { name?: string }).name;
  const first = called ? (node.arguments as Node[])[0] : undefined;
  for (const part of Object.values(node).flat()) {
    if (!isNode(part)) continue;
    walk(part, { ...place, attribute, call: called && part === first ? called : undefined }, found);
  }
}

/** Every text that is written in a file, in its order. */
export function writtenIn(file: string, code: string): Written[] {
  const found: Written[] = [];
  const { program, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  walk(program as unknown as Node, { file, call: undefined, attribute: undefined }, found);
  return found;
}

const root = join(import.meta.dirname, "../../..");

export const readSource = (file: string): Written[] =>
  writtenIn(file, readFileSync(join(root, file), "utf8"));
