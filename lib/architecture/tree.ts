// What the architecture tests read: the source files of the checkout and what each imports.
import { globSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const folders = "{entrypoints,lib,schemas,collector,e2e,bench,scripts,examples}";

export const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** Every source file that is ours, as paths from the root with forward slashes. */
export const sources: readonly string[] = globSync(`${folders}/**/*.{ts,tsx,mjs,cjs}`, { cwd: root })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => !/(^|\/)node_modules\/|^bench\/(peers|tools)\//.test(path))
  .sort();

export const isTest = (path: string): boolean => /\.(test|spec)\.tsx?$/.test(path);

export interface Import {
  /** A path from the root for our own files, else the package's name. */
  from: string;
  /** Nothing of it is left after the types are stripped. */
  typeOnly: boolean;
}

const statement =
  /(?:^|[;\n])\s*(?:import|export)\s+(?<clause>type\s+)?(?:(?<names>[\w*\s{},$]+?)\s+from\s*)?["'](?<source>[^"'\n]+)["']/g;
const dynamic = /(?<type>:\s*|typeof\s+|<\s*)?\bimport\(\s*["'](?<source>[^"'\n]+)["']/g;

// "https://" inside a string is no comment: a line comment begins after white space or a line's start.
const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");

function areAllTypes(names: string): boolean {
  const inside = /^\{(.*)\}$/s.exec(names.trim())?.[1];
  if (inside === undefined) return false;
  const parts = inside.split(",").map((part) => part.trim());
  return parts.filter(Boolean).every((part) => part.startsWith("type "));
}

function resolved(source: string, path: string): string {
  if (source.startsWith(".")) return posix.join(posix.dirname(path), source);
  return source.startsWith("@") ? source.split("/").slice(0, 2).join("/") : source.split("/")[0]!;
}

/** The imports, re-exports and dynamic imports of one file's text. */
export function importsOf(text: string, path: string): Import[] {
  const code = withoutComments(text);
  const found: Import[] = [];
  for (const { groups } of code.matchAll(statement)) {
    const { clause, names, source } = groups!;
    found.push({
      from: resolved(source!, path),
      typeOnly: clause !== undefined || (names !== undefined && areAllTypes(names)),
    });
  }
  for (const { groups } of code.matchAll(dynamic)) {
    found.push({ from: resolved(groups!.source!, path), typeOnly: groups!.type !== undefined });
  }
  return found;
}
