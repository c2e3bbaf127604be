// `npm run bench -- capture`: a driver works in real tools, and what was recorded is compared with what it did.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { kindNames } from "../schemas/step.ts";
import { buildExtension, readVocabularies } from "./capture/build-extension.ts";
import { startChromium } from "./capture/chromium.ts";
import { crawlTool } from "./capture/crawl.ts";
import { installTools } from "./capture/install-tools.ts";
import { planted } from "./capture/planted.ts";
import { printDifferences, printTable } from "./capture/report.ts";
import { runTool, type ToolResult } from "./capture/run-tool.ts";
import { type KindFigures, tally } from "./capture/tally.ts";
import { startTools } from "./capture/tools/index.ts";
import { broken, kindLine, type Sums } from "./capture/verdict.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((one) => one !== "capture"),
  options: {
    only: { type: "string", multiple: true },
    seed: { type: "string", default: "1" },
    part: { type: "string", default: "1" },
    "no-vocabulary": { type: "boolean", default: false },
    // Makes the vocabularies of the tools anew instead.
    crawl: { type: "boolean", default: false },
    seconds: { type: "string", default: "150" },
    differences: { type: "string", default: "8" },
  },
});

installTools();
if (values.crawl) {
  for (const [name, start] of startTools)
    if (name !== "node-red" && (!values.only || values.only.includes(name)))
      await crawlTool(name, start, Number(values.seconds));
  process.exit();
}
const vocabularies = readVocabularies();
const folder = await mkdtemp(join(tmpdir(), "tooltrail-bench-tools-"));
const over = new AbortController();
const results: ToolResult[] = [];
const recorder = await startChromium(buildExtension("chrome"));
try {
  for (const [name, start] of startTools) {
    if (values.only && !values.only.includes(name)) continue;
    const tool = await start(join(folder, name), over.signal, planted);
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

const kinds: Sums["kinds"] = results.reduce(
  (sums, { pairs }) => tally(pairs, sums),
  new Map<string, KindFigures>(),
);
const sum = (of: (one: ToolResult) => number) => results.reduce((total, one) => total + of(one), 0);
const sums: Sums = {
  kinds,
  acts: sum(({ ledger }) => ledger.acts),
  actsOutside: sum(({ ledger }) => ledger.actsOutside),
  stepsOutside: sum(({ stepsOutside }) => stepsOutside),
  recorders: kindNames,
};
const problems = broken(sums);
printTable(kinds);
for (const problem of problems) console.log(`does not hold: ${problem}`);
const { acts, actsOutside, stepsOutside } = sums;
console.log(
  JSON.stringify({
    bench: "capture",
    pass: problems.length === 0,
    acts,
    actsOutside,
    stepsOutside,
    kinds: kindLine(kinds),
    seconds: Math.round(sum(({ seconds }) => seconds)),
    versions: {
      chromium: recorder.version,
      ...Object.fromEntries(results.map(({ name, version }) => [name, version])),
    },
  }),
);
process.exitCode = problems.length === 0 ? 0 : 1;
