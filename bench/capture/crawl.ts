// Vocabularies of the bench's own tools, made by the crawler from two starts of each over different data.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { removeProfile } from "../../e2e/remove-profile.ts";
import { toolsFolder } from "./install-tools.ts";
import { planted, plantedElsewhere } from "./planted.ts";
import type { StartTool } from "./tool.ts";

const crawler = resolve(import.meta.dirname, "../../scripts/vocabulary/main.ts");

const root = resolve(import.meta.dirname, "../..");
const vocabularies = join(toolsFolder, "vocabularies");
const ofNodeRed = (path: string): string => join(root, "examples/node-red", path);

/** What is given to the crawler besides the addresses: message files of a tool's own package, what people wrote. */
const given: Record<string, readonly string[]> = {
  tiddlywiki: ["--messages", join(toolsFolder, "node_modules/tiddlywiki/core/language/en-GB")],
  "node-red": [
    // What a new flow is called is a name that a person then changes.
    ...["--title", "Node-RED", "--tasks", ofNodeRed("tasks.json"), "--without", "Flow 1", "--messages"],
    ...["en-US", "de"].flatMap((language) => [
      join(root, "node_modules/@node-red/editor-client/locales", language, "editor.json"),
      join(root, "node_modules/@node-red/nodes/locales", language),
    ]),
  ],
};
const outOf = (name: string): string =>
  name === "node-red" ? ofNodeRed("vocabulary.json") : join(vocabularies, `${name}.json`);

/**
 * Crawls one tool and writes its vocabulary; an older file keeps its id, and what it holds. What elements are called
 * by their attributes stands beside it, as NAME.names.json, where somebody wrote it.
 */
export async function crawlTool(name: string, start: StartTool, seconds: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "tooltrail-bench-crawl-"));
  const over = new AbortController();
  const one = await start(join(folder, "one"), over.signal, planted);
  const other = await start(join(folder, "other"), over.signal, plantedElsewhere);
  const out = outOf(one.vocabulary);
  mkdirSync(vocabularies, { recursive: true });
  const names = out.replace(/(vocabulary)?\.json$/, (_, alone?: string) =>
    alone ? "names.json" : ".names.json",
  );
  const args = [
    ...[one.addresses[0]!, "--other", other.addresses[0]!, "--out", out, "--keep"],
    ...(existsSync(names) ? ["--names", names] : []),
    ...(given[name] ?? ["--title", name]),
  ];
  try {
    // Not waited for in step: the tools' servers answer from this process.
    const child = spawn(process.execPath, [crawler, ...args, "--seconds", String(seconds)], {
      stdio: "inherit",
    });
    const [code] = (await once(child, "exit")) as [number | null];
    if (code !== 0) throw new Error(`The vocabulary of ${name} was not made.`);
  } finally {
    await one.close();
    await other.close();
    over.abort();
    await removeProfile(folder);
  }
}
