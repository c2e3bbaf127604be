// `npm run bench -- capture`: a driver works in real tools, and what was recorded is compared with what it did.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildExtension, readVocabularies } from "./capture/build-extension.ts";
import { startChromium } from "./capture/chromium.ts";
import { crawlTool } from "./capture/crawl.ts";
import { installTools } from "./capture/install-tools.ts";
import { type PassResult, runPass } from "./capture/pass.ts";
import { printDifferences, printTable } from "./capture/report.ts";
import { runSwitches } from "./capture/switches.ts";
import { startTools } from "./capture/tools/index.ts";
import { brokenInPass, lineOf, sumsOf } from "./capture/verdict.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((one) => one !== "capture"),
  options: {
    only: { type: "string", multiple: true },
    seed: { type: "string", default: "1" },
    part: { type: "string", default: "1" },
    /** Leaves one of the two passes out. */
    "no-vocabulary": { type: "boolean", default: false },
    "no-second": { type: "boolean", default: false },
    differences: { type: "string", default: "8" },
    /** Makes the vocabularies of the tools anew instead, in so many seconds each. */
    crawl: { type: "boolean", default: false },
    seconds: { type: "string", default: "150" },
  },
});
const { only } = values;

installTools();
if (values.crawl) {
  for (const [name, start] of startTools)
    if (name !== "node-red" && (!only || only.includes(name)))
      await crawlTool(name, start, Number(values.seconds));
  process.exit();
}

/** Random acts of the pass without vocabularies, as a share of those with them. */
const secondPart = 0.4;
/** Rounds through two tools and elsewhere. */
const switchRounds = 5;
const began = Date.now();
const build = buildExtension("chrome");
const vocabularies = readVocabularies();
const passes: Record<string, PassResult> = {};
for (const [name, known, share] of [
  ["vocabularies", vocabularies, 1],
  ["none", new Map(), secondPart],
] as const) {
  if (name === "vocabularies" ? values["no-vocabulary"] : values["no-second"]) continue;
  console.log(`\nChromium, ${name === "none" ? "without vocabularies" : "with vocabularies"}`);
  const folder = await mkdtemp(join(tmpdir(), "tooltrail-bench-tools-"));
  try {
    passes[name] = await runPass({
      start: () => startChromium(build),
      vocabularies: known,
      only,
      seed: Number(values.seed),
      part: Number(values.part) * share,
      folder,
      differences: Number(values.differences),
    });
    if (name === "vocabularies" && (!only || only.includes("switches"))) {
      const moves = await runSwitches(build, switchRounds);
      passes[name].results.push(moves);
      printDifferences(moves, Number(values.differences));
    }
    printTable(sumsOf(passes[name].results).kinds);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const problems = Object.entries(passes).flatMap(([name, { results }]) =>
  brokenInPass(results, name === "none" ? new Map() : vocabularies).map((problem) => `${name}: ${problem}`),
);
for (const problem of problems) console.log(`does not hold: ${problem}`);
console.log(
  JSON.stringify({
    bench: "capture",
    pass: problems.length === 0,
    ...Object.fromEntries(Object.entries(passes).map(([name, { results }]) => [name, lineOf(results)])),
    seconds: Math.round((Date.now() - began) / 1000),
    versions: {
      chromium: Object.values(passes)[0]?.version,
      ...Object.fromEntries(
        (Object.values(passes)[0]?.results ?? []).map(({ name, version }) => [name, version]),
      ),
    },
  }),
);
process.exitCode = problems.length === 0 ? 0 : 1;
