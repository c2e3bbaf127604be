// Wiring only: opens what was collected, a browser, the tool, and replays.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright";
import type { Shipment } from "../../../schemas/shipment.ts";
import type { Vocabulary } from "../../../schemas/vocabulary.ts";
import { findBrowser } from "../../../scripts/browsers.mjs";
import { bundleForPage } from "../../../scripts/page-bundle.ts";
import { readDatasetKey } from "../../keys/key-files.ts";
import { openCollected } from "../../ledger/open-collected.ts";
import { parseShipment } from "../../parse-shipment.ts";
import { finder, readVocabularies } from "../vocabularies.ts";
import { type ReplayArguments, readReplayArguments, usage } from "./arguments.ts";
import { tellReplay } from "./outcome.ts";
import { replay } from "./replay.ts";

function collectedBy({ from, ids, who, why, keys }: ReplayArguments): Shipment[] {
  const collected = openCollected({ file: from, what: "replay", who, why, keys: keys.map(readDatasetKey) });
  try {
    const all = [...collected.scan()].map(({ bytes }) => parseShipment(bytes));
    if (ids.length === 0) return all;
    return ids.map((id) => {
      const found = all.find((one) => one.id === id);
      if (!found) throw new Error(`There is no trajectory ${id}.`);
      return found;
    });
  } finally {
    collected.close();
  }
}

const unpublished = { routes: [], terms: [], attributes: [], elements: [] };

/** What every document of the tool holds before its own scripts: the search, and the strings that it searches by. */
async function pageCode(vocabulary: Vocabulary | undefined): Promise<string> {
  const { routes, terms, attributes, elements } = vocabulary ?? unpublished;
  const known = JSON.stringify({ routes, terms, attributes, elements });
  const code = await bundleForPage(join(import.meta.dirname, "page.ts"), "tooltrailReplay");
  return `${code}\ntooltrailReplay.know(${known});`;
}

/** The exit code: 1 where a step could not be driven. */
export async function runReplay(args: string[]): Promise<number> {
  const asked = readReplayArguments(args);
  if (!asked) {
    console.log(usage);
    return 0;
  }
  const shipments = collectedBy(asked);
  // The address is that of the tool that the first step was done in.
  const tool = shipments[0]?.tools[0];
  if (!tool) throw new Error("There is nothing to replay.");
  const vocabulary = finder(readVocabularies(asked.vocabularies))(tool);
  const browser = await chromium.launch({
    executablePath: findBrowser("chromium"),
    headless: !asked.show,
    args: ["--no-sandbox", "--disable-background-networking"],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.addInitScript(await pageCode(vocabulary));
    await page.goto(asked.at);
    const report = await replay(page, { shipments, vocabulary, base: asked.at });
    console.log(tellReplay(report));
    if (asked.out) writeFileSync(asked.out, `${JSON.stringify(report, null, 2)}\n`);
    return report.steps.every(({ outcome }) => outcome === "driven") ? 0 : 1;
  } finally {
    await browser.close();
  }
}
