// `npm run bench -- capture`: a driver works in real tools, and what was recorded is compared with what it did.
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { removeProfile } from "../e2e/remove-profile.ts";
import { buildExtension, readVocabularies } from "./capture/build-extension.ts";
import { startChromium } from "./capture/chromium.ts";
import { crawlTool } from "./capture/crawl.ts";
import { startFirefox } from "./capture/firefox.ts";
import { notDriven } from "./capture/firefox-tab.ts";
import { installTools } from "./capture/install-tools.ts";
import { type PassResult, runPass } from "./capture/pass.ts";
import { printDifferences, printTable } from "./capture/report.ts";
import { runSwitches } from "./capture/switches.ts";
import { startTools } from "./capture/tools/index.ts";
import { brokenInPass, fewestActs, fewestInFirefox, lineOf, sumsOf } from "./capture/verdict.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((one) => one !== "capture"),
  options: {
    only: { type: "string", multiple: true },
    seed: { type: "string", default: "1" },
    part: { type: "string", default: "1" },
    /** Only the pass in Firefox, or all but that. */
    firefox: { type: "boolean", default: false },
    "no-firefox": { type: "boolean", default: false },
    /** Leaves one of the two passes in Chromium out. */
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
    if (!only || only.includes(name)) await crawlTool(name, start, Number(values.seconds));
  process.exit();
}

/** Random acts of the pass without vocabularies, and of Firefox's, as a share of those with them. */
const secondPart = 0.4;
const firefoxPart = 0.15;
/** Rounds through two tools and elsewhere. */
const switchRounds = 5;
const began = Date.now();
const vocabularies = readVocabularies();
const inChromium = !values.firefox;
const builds = {
  chrome: inChromium ? buildExtension("chrome") : "",
  firefox: values["no-firefox"] ? "" : buildExtension("firefox"),
};
const planned = [
  {
    name: "vocabularies",
    title: "Chromium, with vocabularies",
    wanted: inChromium && !values["no-vocabulary"],
    start: () => startChromium(builds.chrome),
    known: vocabularies,
    share: 1,
    fewest: fewestActs,
  },
  {
    name: "none",
    title: "Chromium, without vocabularies",
    wanted: inChromium && !values["no-second"],
    start: () => startChromium(builds.chrome),
    known: new Map(),
    share: secondPart,
    fewest: 0,
  },
  {
    name: "firefox",
    title: "Firefox, with vocabularies",
    wanted: !values["no-firefox"],
    start: () => startFirefox(builds.firefox),
    known: vocabularies,
    share: firefoxPart,
    fewest: fewestInFirefox,
  },
].filter(({ wanted }) => wanted);

const passes: Record<string, PassResult> = {};
for (const { name, title, start, known, share } of planned) {
  console.log(`\n${title}`);
  const folder = await mkdtemp(join(tmpdir(), "tooltrail-bench-tools-"));
  try {
    passes[name] = await runPass({
      start,
      vocabularies: known,
      only,
      seed: Number(values.seed),
      part: Number(values.part) * share,
      folder,
      differences: Number(values.differences),
    });
    if (name === "vocabularies" && (!only || only.includes("switches"))) {
      const moves = await runSwitches(builds.chrome, switchRounds);
      passes[name].results.push(moves);
      printDifferences(moves, Number(values.differences));
    }
    printTable(sumsOf(passes[name].results).kinds, name === "firefox" ? notDriven : []);
  } finally {
    await removeProfile(folder);
  }
}

const problems = planned.flatMap(({ name, known, fewest }) =>
  brokenInPass(passes[name]!.results, known, fewest).map((problem) => `${name}: ${problem}`),
);
for (const problem of problems) console.log(`does not hold: ${problem}`);
console.log(
  JSON.stringify({
    bench: "capture",
    pass: problems.length === 0,
    ...Object.fromEntries(Object.entries(passes).map(([name, { results }]) => [name, lineOf(results)])),
    seconds: Math.round((Date.now() - began) / 1000),
    versions: {
      chromium: (passes.vocabularies ?? passes.none)?.version,
      firefox: passes.firefox?.version,
      ...Object.fromEntries(
        (Object.values(passes)[0]?.results ?? []).map(({ name, version }) => [name, version]),
      ),
    },
  }),
);
process.exitCode = problems.length === 0 ? 0 : 1;
