// `npm run bench -- soak`: eight hours of a person's work in Node-RED with 20 tabs, in minutes. Is anything lost, and
// does anything grow that should not?
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "playwright";
import { removeProfile } from "../e2e/remove-profile.ts";
import { startNodeRed } from "../examples/node-red/start.ts";
import { buildExtension, readVocabularies } from "./capture/build-extension.ts";
import { createRandom } from "./capture/random.ts";
import { freePort } from "./capture/serve.ts";
import { median } from "./overhead/statistics.ts";
import { boundsOf } from "./soak/bounds.ts";
import { heapsOf, memoryOf } from "./soak/heap.ts";
import * as person from "./soak/person.ts";
import { type Button, filters, nodeRedVersion, openTab, press, ready } from "./soak/tab.ts";
import { agreeAndAdd, launch, openOptions } from "./store/browser.ts";
import { finish, readMachine } from "./store/report.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((one) => one !== "soak"),
  options: {
    tabs: { type: "string", default: "20" },
    hours: { type: "string", default: "8" },
    /** Clicks in one tab before the person goes to another. */
    clicks: { type: "string", default: "12" },
    /** Tabs that are worked in within an hour. */
    visits: { type: "string", default: "5" },
    seed: { type: "string", default: "1" },
    write: { type: "boolean", default: false },
  },
});

/** Tabs of which it is looked at what their recording holds. */
const sampled = 8;
const began = Date.now();
const machine = readMachine();
const { below } = createRandom(Number(values.seed));
const hours = Number(values.hours);
const build = buildExtension("chrome");
const folder = await mkdtemp(join(tmpdir(), "tooltrail-bench-soak-"));
const over = new AbortController();
const red = await startNodeRed({
  port: await freePort(),
  dir: join(folder, "node-red"),
  signal: over.signal,
});
const context = await launch(join(folder, "profile"), [build]);
const problems: string[] = [];
const spread: Record<string, number[]> = {};
/** Every click that must be stored, and words that must be a step of typing. */
const ledger = { clicks: [] as Button[], typings: 0, stops: 0, reloads: 0 };
const wanted: string[] = [];

try {
  const options = await openOptions(context, "notice");
  const tool = await agreeAndAdd(options, red.url, readVocabularies().get("node-red")!.tool);
  await options.goto(`${options.url().split("#")[0]}#data`);
  const tabs: Page[] = [];
  for (let n = 0; n < Number(values.tabs); n++) tabs.push(await openTab(context, red.url));

  const measure = async (when: string): Promise<void> => {
    for (const [name, each] of Object.entries(await memoryOf(context, tabs, options)))
      spread[`${name}-${when}`] = each;
  };

  const works = async (tab: Page, isRecorded: boolean): Promise<void> => {
    await tab.bringToFront();
    for (let n = 0; n < Number(values.clicks); n++) {
      const button = below(3) as Button;
      await press(tab, button);
      if (isRecorded) ledger.clicks.push(button);
    }
  };

  const visits = Number(values.visits);
  /** The tabs that are worked in within an hour. */
  const ofHour = (hour: number): Page[] =>
    Array.from({ length: visits }, (_, visit) => tabs[(hour * visits + visit) % tabs.length]!);

  const anHour = async (hour: number): Promise<void> => {
    const [stopped, reloaded] = [below(visits), below(visits)];
    for (const [visit, tab] of ofHour(hour).entries()) {
      if (visit === stopped) {
        await person.stopWorkers(context, options);
        ledger.stops++;
      }
      await works(tab, true);
      if (visit === reloaded) {
        await tab.reload();
        await ready(tab);
        ledger.reloads++;
      } else {
        await filters(tab, ["mqtt", "http", "split"][below(3)]!);
        ledger.typings++;
        // Leaving the field ends the typing.
        await press(tab, 1);
        ledger.clicks.push(1);
      }
    }
  };

  await person.until(options, ({ openSteps }) => openSteps.length >= tabs.length);
  await measure("start");
  for (let hour = 0; hour < hours; hour++) {
    await anHour(hour);
    const rows = await person.until(
      options,
      (now) => person.clicked(now, tool).length >= ledger.clicks.length,
    );
    const stored = person.clicked(rows, tool);
    if (stored.join() !== ledger.clicks.join())
      problems.push(
        `hour ${hour + 1}: ${ledger.clicks.length} clicks done, ${stored.length} stored or others`,
      );
    if (hour === Math.floor(hours / 2)) await measure("middle");
    await options.bringToFront();
    if (hour % 4 === 1) {
      await person.finishes(options);
      wanted.push("task");
    } else if (hour % 4 === 2) {
      const recording = await heapsOf(tabs.slice(0, sampled));
      await person.presses(options, "Pause");
      wanted.push("pause");
      await options.getByRole("button", { name: "Resume now" }).first().waitFor();
      // A page script that was told to stop lets go of all it holds: what a heap has less then was its own.
      const without = await heapsOf(tabs.slice(0, sampled));
      spread[`recording-heap-kb-hour-${hour + 1}`] = recording.map(
        (bytes, at) => (bytes - without[at]!) / 1024,
      );
      await works(tabs[below(tabs.length)]!, false);
      await options.bringToFront();
      await person.presses(options, "Resume now");
      await options.getByRole("button", { name: "Pause", exact: true }).first().waitFor();
      for (const tab of ofHour(hour + 1)) {
        await tab.bringToFront();
        await person.seesItRecord(options, tool, () => press(tab, 1, "middle"));
      }
      wanted.push("idle");
    } else wanted.push("idle");
    await person.anHourPasses(options);
    console.log(
      `hour ${hour + 1}: ${ledger.clicks.length} clicks, ${Math.round((Date.now() - began) / 1000)} s`,
    );
  }
  await measure("end");

  const rows = await person.rowsOf(options);
  const closedBy = rows.trajectories
    .toSorted((a, b) => a.openedAt - b.openedAt)
    .map((one) => one.closedBy ?? "open");
  if (closedBy.join() !== wanted.join())
    problems.push(`trajectories were closed by ${closedBy.join()}, not by ${wanted.join()}`);
  for (const { reason, count } of rows.dropped) problems.push(`${count} dropped for ${reason}`);
  const steps = rows.chunks.flatMap(({ lines }) => lines.split("\n").filter(Boolean));
  const typings = steps.filter((line) => line.includes('"kind":"typing"')).length;
  if (typings !== ledger.typings) problems.push(`${ledger.typings} words were typed, ${typings} are stored`);

  const of = (name: string): number => median(spread[name] ?? []);
  const growth = (name: string, from: string): number => of(`${name}-end`) - of(`${name}-${from}`);
  const held = Object.keys(spread).filter((name) => name.startsWith("recording-heap-kb"));
  const figures = {
    tabs: tabs.length,
    hours,
    clicks: ledger.clicks.length,
    "clicks-stored": person.clicked(rows, tool).length,
    typings,
    steps: steps.length,
    trajectories: rows.trajectories.length,
    "worker-stops": ledger.stops,
    reloads: ledger.reloads,
    ...Object.fromEntries(Object.keys(spread).map((name) => [name, of(name)])),
    "page-heap-growth-kb": growth("page-heap-mb", "middle") * 1024,
    "recording-heap-kb-last": of(held.at(-1)!),
    "recording-heap-growth-kb": of(held.at(-1)!) - of(held[0]!),
    "database-growth-kb": growth("database-kb", "start"),
    "database-bytes-per-step": (growth("database-kb", "start") * 1024) / steps.length,
  };
  finish({
    bench: "soak",
    figures,
    spread,
    bounds: boundsOf(figures),
    problems,
    versions: { chromium: context.browser()?.version() ?? "", "node-red": nodeRedVersion },
    machine,
    began,
    write: values.write,
  });
} finally {
  await context.close();
  over.abort();
  await red.ended;
  await removeProfile(folder);
}
