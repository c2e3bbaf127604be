// `npm run screenshots`: a picture of every page into docs/screenshots, from a profile that is made up and a clock that
// stands still. The build is that of the specs: `wxt build --mode test`.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import { shows, showsPopup } from "../e2e/every-page.ts";
import { launch, testBuild } from "../e2e/fixtures.ts";
import { inLanguage } from "../e2e/in-language.ts";
import { buildForTools, livesIn } from "../e2e/lived-in.ts";
import { livedInTool } from "../e2e/lived-in-tools.ts";
import { Person } from "../e2e/person.ts";
import { removeProfile } from "../e2e/remove-profile.ts";
import { withPalette } from "./screenshots/palette.ts";
import { emptyShots, livedInShots, type Shot, take } from "./screenshots/states.ts";

process.env.TZ = "Europe/Berlin";
const pictures = join(import.meta.dirname, "..", "docs", "screenshots");
/** A Friday afternoon. */
const moment = new Date(2026, 10, 20, 15, 20, 0).getTime();

async function takeAll(person: Person, tab: Page, shots: readonly Shot[]): Promise<void> {
  for (const shot of shots) {
    const page = shot.page === "popup" ? await showsPopup(person, tab) : await shows(person, shot.page);
    const file = withPalette(await take(page, shot));
    if (shot.page === "popup") await page.close();
    writeFileSync(join(pictures, `${shot.name}.png`), file);
    console.log(`${shot.name}.png, ${Math.ceil(file.length / 1024)} kB`);
  }
}

async function goesThrough(context: BrowserContext): Promise<void> {
  const person = await Person.meets(context);
  await context.route(`${livedInTool}**`, (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Flows</title>" }),
  );
  const tab = await context.newPage();
  await tab.goto(livedInTool);
  // The pages' clock stands still. The worker's does not, and nobody asks it for anything.
  await context.clock.setFixedTime(moment);
  await person.options.reload();
  await takeAll(person, tab, emptyShots);
  await livesIn(person, moment);
  await takeAll(person, tab, livedInShots);
}

const folder = mkdtempSync(join(tmpdir(), "tooltrail-screenshots-"));
try {
  const build = buildForTools(testBuild, folder);
  const context = await inLanguage("en-US", (args) =>
    launch(join(folder, "profile"), build, [...args, "--hide-scrollbars"]),
  );
  try {
    await goesThrough(context);
  } finally {
    await context.close();
  }
} finally {
  await removeProfile(folder);
}
