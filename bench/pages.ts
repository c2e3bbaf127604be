// `npm run bench -- pages`: a million stored steps: the first screen of "My data", scrolling, a search, and the export.
import { existsSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "playwright";
import { removeProfile } from "../e2e/remove-profile.ts";
import { buildExtension } from "./capture/build-extension.ts";
import { median } from "./overhead/statistics.ts";
import { exportsAll, readsBack } from "./pages/export.ts";
import { fill } from "./pages/fill.ts";
import { firstScreens } from "./pages/first-screen.ts";
import { framesOf, scrolls } from "./pages/scroll.ts";
import { finds, searches, showsFullestDay } from "./pages/search.ts";
import { idOf, launch } from "./store/browser.ts";
import { recordOrRead } from "./store/record.ts";
import { atLeast, atMost, finish, readMachine } from "./store/report.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((one) => one !== "pages"),
  options: {
    /** A tenth of the steps, few times each: says in two minutes whether all of it runs, and about how fast. */
    quick: { type: "boolean", default: false },
    steps: { type: "string" },
    /** Steps of trajectories that wait for review besides. */
    waiting: { type: "string" },
    times: { type: "string" },
    passes: { type: "string" },
    exports: { type: "string" },
    recording: { type: "string" },
    /** A profile to measure with; where there is none yet, the one that is filled stays there. */
    profile: { type: "string" },
    write: { type: "boolean", default: false },
  },
});
const counts = values.quick
  ? { steps: 100_000, waiting: 4000, times: 5, passes: 2, exports: 2 }
  : { steps: 1_000_000, waiting: 20_000, times: 9, passes: 5, exports: 5 };
const amount = (name: keyof typeof counts): number => Number(values[name] ?? counts[name]);
if (values.quick && values.write) throw new Error("Results that are kept are of the whole bench.");

/** How the list looks that is scrolled: as it opens, of one day only, under what a search has found. */
const befores = { list: async () => {}, day: showsFullestDay, found: finds };
const looks = ["list", "day", "found"] as const;

const began = Date.now();
const machine = readMachine();
const build = buildExtension("chrome");
const problems: string[] = [];
const figures: Record<string, number> = {};
const spread: Record<string, number[]> = {};
let version = "";

const kept = values.profile !== undefined && existsSync(values.profile);
const profile = values.profile ?? (await mkdtemp(join(tmpdir(), "tooltrail-bench-pages-")));
const [count, waiting] = [amount("steps"), amount("waiting")];
const all = count + waiting;
try {
  if (!kept) {
    const { steps } = await recordOrRead(build, values.recording);
    const stored = await fill({ build, profile, recording: steps, count, waiting });
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
    const screens = await firstScreens(page, address, amount("times"));
    spread["first-list-ms"] = screens.map(({ list }) => list);
    spread["first-steps-ms"] = screens.map(({ steps }) => steps);

    console.log(`First lists after ${spread["first-list-ms"].map(Math.round).join(", ")} ms.`);
    /** Each over a list that is opened anew, as it is or as it was made to look before. */
    const scrollsAfter = async (name: (typeof looks)[number], before: (page: Page) => Promise<void>) => {
      const worst: number[] = [];
      for (let pass = 0; pass < amount("passes"); pass++) {
        await firstScreens(page, address, 1);
        await before(page);
        let far = 0;
        const frames = await framesOf(page, async () => {
          far = await scrolls(page, 150, 300);
        });
        if (far < 5000) problems.push(`The ${name} scrolled only ${Math.round(far)} pixels.`);
        worst.push(Math.max(...frames));
        figures["scroll-frames"] = (figures["scroll-frames"] ?? 0) + frames.length;
        figures["scroll-frames-over-50-ms"] =
          (figures["scroll-frames-over-50-ms"] ?? 0) + frames.filter((frame) => frame > 50).length;
      }
      spread[`${name}-worst-frame-ms`] = worst;
      console.log(`Worst frames of the ${name}: ${worst.map(Math.round).join(", ")} ms.`);
    };
    for (const name of looks) await scrollsAfter(name, befores[name]);

    await firstScreens(page, address, 1);
    const search = await searches(page, all);
    figures["searched-steps-per-s"] = search.looked / (search.took / 1000);
    figures["search-worst-frame-ms"] = search.worstFrame;
    if (search.looked !== all) problems.push(`The search looked at ${search.looked} of ${all} steps.`);
    if (search.hits !== 0) problems.push(`The search found ${search.hits} steps with a word that none has.`);

    const exported = await exportsAll(page, address, amount("exports"));
    spread["exported-steps-per-s"] = exported.map(({ took }) => all / (took / 1000));
    spread["export-memory-above-rest-mb"] = exported.map(({ above }) => above);
    spread["export-memory-at-rest-mb"] = exported.map(({ rest }) => rest);
    console.log(`Exports took ${exported.map(({ took }) => Math.round(took)).join(", ")} ms.`);
    const back = await readsBack(page);
    figures["export-zip-mb"] = back.megabytes;
    if (!back.whole) problems.push("The file that was exported is not whole by its own sums.");
    if (back.steps !== all) problems.push(`The file holds ${back.steps} of ${all} steps.`);
  } finally {
    await context.close();
  }
} finally {
  if (values.profile === undefined) await removeProfile(profile);
}
for (const [name, each] of Object.entries(spread)) figures[name] = median(each);
figures["first-list-worst-ms"] = Math.max(...spread["first-list-ms"]!);
figures["scroll-worst-of-all-ms"] = Math.max(...looks.flatMap((name) => spread[`${name}-worst-frame-ms`]!));
figures["export-memory-worst-mb"] = Math.max(...spread["export-memory-above-rest-mb"]!);

finish({
  bench: "pages",
  figures,
  spread,
  bounds: [
    atMost("My data shows its first screen, ms", figures["first-list-ms"]!, 300),
    ...looks.map((name) =>
      atMost(`a frame while scrolling: ${name}, ms`, figures[`${name}-worst-frame-ms`]!, 50),
    ),
    atLeast("steps a second looked through", figures["searched-steps-per-s"]!, 50_000),
    atLeast("steps a second exported", figures["exported-steps-per-s"]!, 100_000),
    atMost("memory above rest while exporting, MB", figures["export-memory-above-rest-mb"]!, 64),
  ],
  problems,
  versions: { chromium: version },
  machine,
  began,
  write: values.write,
});
