// A recording of every kind, made by the capture bench's driver: what the store and the worker are measured with.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeProfile } from "../../e2e/remove-profile.ts";
import type { OutlineNode } from "../../schemas/outline.ts";
import { kindNames, type Step, type StepOf } from "../../schemas/step.ts";
import { readVocabularies } from "../capture/build-extension.ts";
import { startChromium } from "../capture/chromium.ts";
import { Driver } from "../capture/driver.ts";
import { Ledger } from "../capture/ledger.ts";
import { planted } from "../capture/planted.ts";
import type { Recorder } from "../capture/recorder.ts";
import type { StoredRows } from "../capture/stored.ts";
import type { StartTool } from "../capture/tool.ts";
import { startFixture } from "../capture/tools/fixture.ts";
import { startNodeRedTool } from "../capture/tools/node-red.ts";

export interface Recording {
  steps: Step[];
  /** Page states that they cite, by their hashes. */
  outlines: Record<string, OutlineNode[]>;
}

const linesOf = ({ chunks, openSteps }: StoredRows): string[] => [
  ...chunks.flatMap(({ lines }) => lines.split("\n").filter(Boolean)),
  ...openSteps.map(({ line }) => line),
];

async function worksIn(start: StartTool, recorder: Recorder, folder: string): Promise<void> {
  const over = new AbortController();
  const tool = await start(folder, over.signal, planted);
  try {
    const vocabulary = readVocabularies().get(tool.vocabulary);
    for (const address of tool.addresses) await recorder.adds(address, vocabulary?.tool);
    const tab = await recorder.opens();
    await tab.front();
    const driver = new Driver(tab, new Ledger(), tool.addresses);
    await driver.settle();
    await tool.scripted(driver, recorder);
    await tab.close();
  } finally {
    await tool.close();
    over.abort();
  }
}

/** Works in the bench's own pages and in Node-RED; fails when a kind is missing. */
export async function record(build: string): Promise<Recording> {
  const folder = await mkdtemp(join(tmpdir(), "tooltrail-bench-tools-"));
  const recorder = await startChromium(build);
  try {
    await worksIn(startFixture, recorder, folder);
    await worksIn(startNodeRedTool, recorder, folder);
    const rows = await recorder.rows();
    const steps = linesOf(rows).map((line) => (JSON.parse(line) as { step: Step }).step);
    // Playwright's tabs are all in front at once: nobody switches there, so the loads stand in for it.
    for (const step of steps.filter(({ kind }) => kind === "navigate")) {
      const { kind: _, how: __, ...rest } = step as StepOf<"navigate">;
      steps.push({ ...rest, kind: "switch", to: "tool" });
    }
    const missing = kindNames.filter((kind) => !steps.some((step) => step.kind === kind));
    if (missing.length > 0) throw new Error(`The recording has no step of ${missing.join(", ")}.`);
    const outlines = Object.fromEntries(
      rows.outlines.map(({ hash, nodes }) => [hash, JSON.parse(nodes) as OutlineNode[]]),
    );
    return { steps, outlines };
  } finally {
    await recorder.close();
    await removeProfile(folder);
  }
}

/** The recording of a file; where there is no such file one is made, and kept there if it has a name. */
export async function recordOrRead(build: string, file: string | undefined): Promise<Recording> {
  if (file && existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Recording;
  console.log("Making a recording of every kind (about a minute).");
  const recording = await record(build);
  if (file) writeFileSync(file, JSON.stringify(recording));
  return recording;
}
