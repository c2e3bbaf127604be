// `npm run bench -- pages`: "My data" with a million stored steps: its first screen, scrolling, and a search.
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildExtension } from "./capture/build-extension.ts";
import { median } from "./overhead/statistics.ts";
import { fill } from "./pages/fill.ts";
import { firstScreens } from "./pages/first-screen.ts";
import { framesOf, scrolls } from "./pages/scroll.ts";
import { searches } from "./pages/search.ts";
import { idOf, launch } from "./store/browser.ts";
import { recordOrRead } from "./store/record.ts";
import { atLeast, atMost, finish, readMachine } from "./store/report.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((one) => one !== "pages"),
  options: {
    steps: { type: "string", default: "1000000" },
    /** Steps of trajectories that wait for review besides. */
    waiting: { type: "string", default: "20000" },
    times: { type: "string", default: "9" },
    passes: { type: "string", default: "5" },
    recording: { type: "string" },
    /** A profile to measure with; where there is none yet, the one that is filled stays there. */
    profile: { type: "string" },
    write: { type: "boolean", default: false },
  },
});

const began = Date.now();
const machine = readMachine();
const build = buildExtension("chrome");
const problems: string[] = [];
const figures: Record<string, number> = {};
const spread: Record<string, number[]> = {};
let version = "";

const kept = values.profile !== undefined && existsSync(values.profile);
const profile = values.profile ?? (await mkdtemp(join(tmpdir(), "tooltrail-bench-pages-")));
const count = Number(values.steps);
const all = count + Number(values.waiting);
try {
  if (!kept) {
    const { steps } = await recordOrRead(build, values.recording);
    const stored = await fill({ build, profile, recording: steps, count, waiting: Number(values.waiting) });
    console.log(`${stored} steps are stored.`);
  }
  const context = await launch(profile, [build]);
  try {
    version = context.browser()?.version() ?? "";
    const address = `chrome-extension://${await idOf(context, "background.js")}/options.html`;
    const page = await context.newPage();
    await page.goto(`${address}#about`);
    // Warm: the page was open once, its code is compiled and the database open.
    await firstScreens(page, address, 2);
    console.log("The page is warm.");
    const screens = await firstScreens(page, address, Number(values.times));
    spread["first-list-ms"] = screens.map(({ list }) => list);
    spread["first-steps-ms"] = screens.map(({ steps }) => steps);

    console.log(`First lists after ${spread["first-list-ms"].map(Math.round).join(", ")} ms.`);
    const passes: number[][] = [];
    let far = 0;
    for (let pass = 0; pass < Number(values.passes); pass++) {
      await firstScreens(page, address, 1);
      passes.push(
        await framesOf(page, async () => {
          far += await scrolls(page, 150, 300);
        }),
      );
    }
    if (far < passes.length * 5000) problems.push(`It scrolled only ${Math.round(far)} pixels.`);
    spread["scroll-worst-frame-ms"] = passes.map((frames) => Math.max(...frames));
    figures["scroll-frames"] = passes.flat().length;
    figures["scroll-frames-over-50-ms"] = passes.flat().filter((frame) => frame > 50).length;

    const search = await searches(page, all);
    figures["searched-steps-per-s"] = search.looked / (search.took / 1000);
    figures["search-worst-frame-ms"] = search.worstFrame;
    if (search.looked !== all) problems.push(`The search looked at ${search.looked} of ${all} steps.`);
    if (search.hits !== 0) problems.push(`The search found ${search.hits} steps with a word that none has.`);
  } finally {
    await context.close();
  }
} finally {
  if (values.profile === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}
for (const [name, each] of Object.entries(spread)) figures[name] = median(each);
figures["first-list-worst-ms"] = Math.max(...spread["first-list-ms"]!);
figures["scroll-worst-of-all-ms"] = Math.max(...spread["scroll-worst-frame-ms"]!);

finish({
  bench: "pages",
  figures,
  spread,
  bounds: [
    atMost("My data shows its first screen, ms", figures["first-list-ms"]!, 300),
    atMost("a frame while scrolling, ms", figures["scroll-worst-frame-ms"]!, 50),
    atLeast("steps a second looked through", figures["searched-steps-per-s"]!, 50_000),
  ],
  problems,
  versions: { chromium: version },
  machine,
  began,
  write: values.write,
});
