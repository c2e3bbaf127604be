// `npm run bench -- capture`: a driver works in real tools, and what was recorded is compared with what it did.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildExtension, readVocabularies } from "./capture/build-extension.ts";
import { startChromium } from "./capture/chromium.ts";
import { installTools } from "./capture/install-tools.ts";
import { printDifferences, printTable } from "./capture/report.ts";
import { runTool, type ToolResult } from "./capture/run-tool.ts";
import { startTools } from "./capture/tools/index.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((one) => one !== "capture"),
  options: {
    only: { type: "string", multiple: true },
    seed: { type: "string", default: "1" },
    part: { type: "string", default: "1" },
    "no-vocabulary": { type: "boolean", default: false },
    differences: { type: "string", default: "8" },
  },
});

installTools();
const vocabularies = readVocabularies();
const folder = await mkdtemp(join(tmpdir(), "tooltrail-bench-tools-"));
const over = new AbortController();
const results: ToolResult[] = [];
const recorder = await startChromium(buildExtension("chrome"));
try {
  for (const [name, start] of startTools) {
    if (values.only && !values.only.includes(name)) continue;
    const tool = await start(join(folder, name), over.signal);
    const vocabulary = values["no-vocabulary"] ? undefined : vocabularies.get(tool.vocabulary);
    try {
      results.push(
        await runTool(recorder, tool, { vocabulary, seed: Number(values.seed), part: Number(values.part) }),
      );
    } finally {
      await tool.close();
    }
    printDifferences(results.at(-1)!, Number(values.differences));
  }
} finally {
  await recorder.close();
  over.abort();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
printTable(results);
