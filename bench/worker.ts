// `npm run bench -- worker`: what a batch of steps costs the service worker, and how soon a stopped one has stored.
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { removeProfile } from "../e2e/remove-profile.ts";
import { buildExtension, readVocabularies } from "./capture/build-extension.ts";
import { serve } from "./capture/serve.ts";
import { median, quantile } from "./overhead/statistics.ts";
import { agreeAndAdd, idOf, launch, openOptions } from "./store/browser.ts";
import { recordOrRead } from "./store/record.ts";
import { atMost, finish, readMachine } from "./store/report.ts";
import { varied } from "./store/vary.ts";
import { measureBatches, sendOutlines } from "./worker/batches.ts";
import { measureColdStarts } from "./worker/cold-start.ts";
import { writeEmptyExtension } from "./worker/empty-extension.ts";
import { worldOf } from "./worker/world.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((one) => one !== "worker"),
  options: {
    batches: { type: "string", default: "300" },
    starts: { type: "string", default: "20" },
    /** A recording to measure with; where there is none yet, the one that is made goes there. */
    recording: { type: "string" },
    write: { type: "boolean", default: false },
  },
});

const began = Date.now();
const machine = readMachine();
const build = buildExtension("chrome");
const recording = await recordOrRead(build, values.recording);
const vocabulary = readVocabularies().get("node-red")!;
const profile = await mkdtemp(join(tmpdir(), "tooltrail-bench-worker-"));
const served = await serve(() => ({
  type: "text/html",
  body: "<!doctype html><title>Board</title><button>Open</button>",
}));
const context = await launch(profile, [build, writeEmptyExtension()]);
try {
  const version = context.browser()?.version() ?? "";
  const options = await openOptions(context, "notice");
  const tool = await agreeAndAdd(options, `${served.origin}/`, vocabulary.tool);
  const page = await context.newPage();
  await page.goto(`${served.origin}/`);
  for (const other of context.pages()) if (other !== page) await other.close();
  const ours = await worldOf(page, await idOf(context, "background.js"));
  const empty = await worldOf(page, await idOf(context, "worker.js"));
  const steps = await sendOutlines(ours, recording, vocabulary);

  const times = await measureBatches({
    context,
    page,
    world: ours,
    steps,
    tool,
    count: Number(values.batches),
  });
  const starts = await measureColdStarts(
    page,
    [
      {
        name: "tooltrail",
        world: ours,
        message: (round) => ({
          name: "steps.record",
          request: {
            frame: `${String(round).padStart(21, "9")}A`,
            first: 0,
            steps: [varied(steps, round, { at: Date.now(), tool })],
            dropped: {},
          },
        }),
        isKept: (reply) => (reply as { next: number; stop: boolean }).next === 1,
      },
      {
        name: "empty",
        world: empty,
        message: (round) => ({ n: round }),
        isKept: (reply) => (reply as { kept: boolean }).kept,
      },
    ],
    Number(values.starts),
  );
  const ms = (name: string, part = 0.5) => quantile(times.get(name) ?? [], part);
  const figures = {
    "batch-cpu-ms": ms("batch"),
    "batch-cpu-p90-ms": ms("batch", 0.9),
    "batch-cpu-most-ms": ms("batch", 1),
    "validate-cpu-ms": ms("validates"),
    "gate-cpu-ms": ms("gates"),
    "store-cpu-ms": ms("keeps") - ms("validates"),
    "cold-start-ms": median(starts.get("tooltrail")!),
    "cold-start-empty-ms": median(starts.get("empty")!),
    "cold-start-times": median(starts.get("tooltrail")!) / median(starts.get("empty")!),
  };
  finish({
    bench: "worker",
    figures,
    spread: Object.fromEntries([...times, ...starts]),
    bounds: [
      atMost("batch of 100 steps, CPU ms", figures["batch-cpu-ms"], 8),
      atMost("cold start, times the empty worker", figures["cold-start-times"], 2.5),
    ],
    problems: [],
    versions: { chromium: version },
    machine,
    began,
    write: values.write,
  });
} finally {
  await context.close();
  await served.close();
  await removeProfile(profile);
}
