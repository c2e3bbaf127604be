// `npm run bench -- store`: a million steps into the extension's own database in real Chromium, and out of it again.
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "playwright";
import { removeProfile } from "../e2e/remove-profile.ts";
import { buildExtension, readVocabularies } from "./capture/build-extension.ts";
import { median } from "./overhead/statistics.ts";
import { agreeAndAdd, idOf, launch, openOptions } from "./store/browser.ts";
import { ownStore } from "./store/own-store.ts";
import { recordOrRead } from "./store/record.ts";
import { atLeast, atMost, finish, readMachine } from "./store/report.ts";
import { within } from "./within.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((one) => one !== "store"),
  options: {
    steps: { type: "string", default: "1000000" },
    /** Of these many, each message is a transaction of its own. */
    appended: { type: "string", default: "50000" },
    /** A recording to measure with; where there is none yet, the one that is made goes there. */
    recording: { type: "string" },
    write: { type: "boolean", default: false },
  },
});

interface Filled {
  steps: number;
  took: number;
  rates: number[];
}

/** Seconds that one phase may take at most: the longest, a million steps of writing, takes half a minute. */
const longest = 180;

const began = Date.now();
const machine = readMachine();
const build = buildExtension("chrome");
const recording = await recordOrRead(build, values.recording);
const profile = await mkdtemp(join(tmpdir(), "tooltrail-bench-store-"));
const code = await ownStore();
const problems: string[] = [];
const figures: Record<string, number> = {};
const spread: Record<string, number[]> = {};
let version = "";

/** Calls what the bundle has under this name. The setting stays in the page. */
async function call<T>(page: Page, name: string, more: object = {}): Promise<T> {
  const from = performance.now();
  const asked = page.evaluate(`store.${name}({ ...globalThis.setting, ...${JSON.stringify(more)} })`);
  const found = (await within(`store.${name}`, longest, asked)) as T;
  console.log(`${name}: ${((performance.now() - from) / 1000).toFixed(1)} s`);
  return found;
}

/** How a page of the extension is asked when it shows the first trajectory, and the first step of it. */
const noteFirst = () => {
  const shown = globalThis as unknown as { shown: Record<string, number> };
  shown.shown = {};
  const look = () => {
    for (const [name, selector] of [
      ["list", '[data-testid="trajectory"]'],
      ["steps", '[data-testid="trajectory"] ol li'],
    ] as const)
      if (document.querySelector(selector)) shown.shown[name] ??= performance.now();
    if (shown.shown.steps === undefined) requestAnimationFrame(look);
  };
  look();
};

try {
  const context = await launch(profile, [build]);
  version = context.browser()?.version() ?? "";
  const options = await openOptions(context, "notice");
  const tool = await agreeAndAdd(options, "http://127.0.0.1:9/", readVocabularies().get("node-red")!.tool);
  // Page states are not here: a step that cites one would be told apart from the store's own work.
  const steps = recording.steps.map(({ outline: _, ...step }) => step);
  await options.goto(`${options.url().split("#")[0]}#about`);
  await options.reload();
  await options.evaluate(code);
  await options.evaluate(`globalThis.setting = ${JSON.stringify({ recording: steps, tool })}`);
  const used = await call<number>(options, "usage");
  const count = Number(values.steps);
  const closed = await call<Filled>(options, "closes", { count });
  console.log(`${closed.steps} steps in closed chunks: ${Math.round(closed.took / 1000)} s of writing`);
  const sizes = await call<{ lineBytes: number; chunks: number; steps: number }>(options, "sizes");
  if (sizes.steps !== count) problems.push(`${count - sizes.steps} of ${count} steps are not there`);
  const grown = (await call<number>(options, "usage")) - used;
  const appended = await call<Filled>(options, "appends", { count: Number(values.appended), message: 100 });
  const settled = await call<number[]>(options, "settles");
  const checked = Math.min(count, 20_000);
  const validated = await call<number>(options, "validates", { count: checked });
  Object.assign(figures, {
    "closed-steps-per-s": closed.steps / (closed.took / 1000),
    "appended-steps-per-s": appended.steps / (appended.took / 1000),
    "validated-steps-per-s": checked / (validated / 1000),
    "close-trajectory-ms": median(settled),
    "line-bytes-per-step": sizes.lineBytes / sizes.steps,
    "steps-per-chunk": sizes.steps / sizes.chunks,
    "disk-bytes-per-step": grown / sizes.steps,
  });
  spread["closed-steps-per-s"] = closed.rates;
  spread["appended-steps-per-s"] = appended.rates;
  spread["close-trajectory-ms"] = settled;
  await context.close();

  const again = await launch(profile, [build]);
  try {
    // Nobody is asked again: no tab opens by itself any more.
    await idOf(again, "background.js");
    const page = await again.newPage();
    await page.addInitScript(noteFirst);
    await page.goto(`${options.url().split("#")[0]}#data`);
    const shown = await page.waitForFunction(
      () => {
        const { shown } = globalThis as unknown as { shown: Record<string, number> };
        return shown.steps === undefined ? null : shown;
      },
      undefined,
      { timeout: 120_000 },
    );
    const first = (await shown.jsonValue())!;
    await page.evaluate(code);
    const reads = await call<{ list: number; steps: number; count: number }>(page, "firstReads");
    if (reads.count < 256) problems.push(`A trajectory has only ${reads.count} steps after the restart.`);
    Object.assign(figures, {
      "restart-list-shown-ms": first.list!,
      "restart-steps-shown-ms": first.steps!,
      "read-list-ms": reads.list,
      "read-steps-ms": reads.steps,
      "disk-bytes-per-step-after-restart":
        ((await call<number>(page, "usage")) - used) / (sizes.steps + appended.steps),
    });
  } finally {
    await again.close();
  }
} finally {
  await removeProfile(profile);
}

finish({
  bench: "store",
  figures,
  spread,
  bounds: [
    atLeast("steps a second in closed chunks", figures["closed-steps-per-s"]!, 50_000),
    atMost("My data shows its list after a restart, ms", figures["restart-list-shown-ms"]!, 2000),
  ],
  problems,
  versions: { chromium: version },
  machine,
  began,
  write: values.write,
});
