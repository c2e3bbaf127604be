// Vocabularies of the bench's own tools, made by the crawler from two starts of each over different data.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { toolsFolder } from "./install-tools.ts";
import { planted, plantedElsewhere } from "./planted.ts";
import type { StartTool } from "./tool.ts";

const crawler = resolve(import.meta.dirname, "../../scripts/vocabulary/main.ts");

/** Message files that a tool's package holds itself. */
const messages: Record<string, string> = {
  tiddlywiki: join(toolsFolder, "node_modules/tiddlywiki/core/language/en-GB"),
};

/** Crawls one tool and writes `bench/tools/vocabularies/NAME.json`; an older file there keeps its id. */
export async function crawlTool(name: string, start: StartTool, seconds: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "tooltrail-bench-crawl-"));
  const over = new AbortController();
  const one = await start(join(folder, "one"), over.signal, planted);
  const other = await start(join(folder, "other"), over.signal, plantedElsewhere);
  const out = join(toolsFolder, "vocabularies", `${one.vocabulary}.json`);
  mkdirSync(join(toolsFolder, "vocabularies"), { recursive: true });
  const said = messages[name] === undefined ? [] : ["--messages", messages[name]];
  const args = [one.addresses[0]!, "--other", other.addresses[0]!, "--out", out, "--title", name];
  try {
    // Not waited for in step: the tools' servers answer from this process.
    const child = spawn(process.execPath, [crawler, ...args, "--seconds", String(seconds), ...said], {
      stdio: "inherit",
    });
    const [code] = (await once(child, "exit")) as [number | null];
    if (code !== 0) throw new Error(`The vocabulary of ${name} was not made.`);
  } finally {
    await one.close();
    await other.close();
    over.abort();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
