// `npm start`: collector, Node-RED and a Chromium with the extension. A person takes over where there is a
// display; without one, or with --tour, a scripted person does the main job and the result is checked.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Collector } from "../e2e/collector.ts";
import { launch } from "../e2e/fixtures.ts";
import { freePort } from "../e2e/free-port.ts";
import { type NodeRed, startNodeRed } from "../examples/node-red/start.ts";
import { buildExtension } from "./tour/build-extension.ts";
import { makeDataset } from "./tour/make-dataset.ts";
import { makeRunFolder, type RunFolder, shown } from "./tour/run-folder.ts";
import { tour } from "./tour/scripted-person.ts";
import { hasDisplay, invitation, takeOver } from "./tour/take-over.ts";
import { comparisonLines, faults, whereLines } from "./tour/verdict.ts";

const root = join(import.meta.dirname, "..");
const started = Date.now();
const say = (line: string) =>
  console.log(`[${String(Math.round((Date.now() - started) / 1000)).padStart(2)} s] ${line}`);

/** The address that builds for `npm start` ship to (wxt.config.ts). */
const collectorPort = Number(new URL(process.env.TOOLTRAIL_COLLECTOR ?? "http://127.0.0.1:7461").port || 80);

async function byScript(run: RunFolder, red: NodeRed, collector: Collector): Promise<boolean> {
  const context = await launch(run.profile, buildExtension("tour"));
  const told = await tour({ context, url: red.url, run, say }).finally(() => context.close());
  say("Builds the dataset.");
  const made = makeDataset(root, run);
  const collected = collector.shipments().map(({ bytes }) => bytes);
  const found = faults(told, collected, made);
  console.log(
    `\nWhat the script did, and its row in the dataset:\n${comparisonLines(told, made).join("\n")}\n`,
  );
  console.log(whereLines(run, readdirSync(run.screenshots).length, collected.length, made).join("\n"));
  for (const fault of found) console.error(`Not as promised: ${fault}`);
  if (found.length === 0)
    say("The dataset holds every step that left, and the bytes that were shown are the bytes that left.");
  return found.length === 0;
}

async function byPerson(run: RunFolder, red: NodeRed, signal: AbortSignal): Promise<boolean> {
  const build = buildExtension("demo");
  console.log(invitation(red.url));
  await takeOver({ build, profile: run.profile, url: red.url, signal });
  const made = makeDataset(root, run);
  console.log(
    `collector's file  ${shown(run.collectorFile)}\ndataset           ${shown(run.dataset)}\n${made.said}`,
  );
  return true;
}

const over = new AbortController();
process.once("SIGINT", () => over.abort(new Error("Interrupted.")));
process.once("SIGTERM", () => over.abort(new Error("Terminated.")));

const run = makeRunFolder(root);
say(`Everything of this run lies in ${shown(run.folder)}.`);
const collector = new Collector(run.folder, collectorPort);
const scripted = process.argv.includes("--tour") || !hasDisplay();
try {
  await collector.start().catch((cause: Error) => {
    const other =
      "End another `npm start` or `npm run collector`, or set TOOLTRAIL_COLLECTOR=http://127.0.0.1:PORT.";
    throw new Error(`${cause.message} Is port ${collectorPort} taken? ${other}`, { cause });
  });
  const red = await startNodeRed({ port: await freePort(), dir: run.nodeRed, signal: over.signal });
  say(`The collector listens on port ${collectorPort}; Node-RED is at ${red.url}`);
  const fine = scripted ? await byScript(run, red, collector) : await byPerson(run, red, over.signal);
  process.exitCode = fine ? 0 : 1;
} catch (error) {
  console.error(`The run ended early: ${error instanceof Error ? error.message : error}`);
  console.error(
    `What it had made is kept in ${shown(run.folder)}. Run the same command again for a new one.`,
  );
  process.exitCode = 1;
} finally {
  over.abort();
  await collector.stop();
}
