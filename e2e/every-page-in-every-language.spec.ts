// Every page, empty and lived in, in every language: axe finds no fault in either theme, and in a narrow window and at
// 200 % zoom nothing is lost. `npm test` takes English and German, whose words are the longest; --long takes all.
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { eachPage, unfoldsAll } from "./every-page.ts";
import { expect, launch, test } from "./fixtures.ts";
import { inLanguage } from "./in-language.ts";
import { buildForTools, livesIn } from "./lived-in.ts";
import { livedInTool } from "./lived-in-tools.ts";
import { misfits } from "./misfits.ts";
import type { Person } from "./person.ts";

const languages = process.env.TOOLTRAIL_LONG ? ["en", "de", "fr", "es", "ja"] : ["en", "de"];
const themes = ["light", "dark"] as const;

async function isFaultless(page: Page, name: string): Promise<void> {
  for (const colorScheme of themes) {
    // Colours change at once, so that none is looked at half way.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // In legacy mode it needs no page of its own, which an extension's browser would have to open.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    const faults = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
    expect.soft(faults, `${name}, ${colorScheme}`).toEqual([]);
  }
}

/** At 320 px, and as the browser zooms: half as many pixels of the page's own in the same window. */
async function fits(page: Page, name: string): Promise<void> {
  for (const [width, height] of [
    [320, 640],
    [640, 450],
  ] as const) {
    await page.setViewportSize({ width, height });
    expect.soft(await misfits(page), `${name}, ${width} px`).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function looksAtAll(person: Person, tab: Page, how: string): Promise<void> {
  await eachPage(person, tab, async (page, name) => {
    await unfoldsAll(page);
    await isFaultless(page, `${how} ${name}`);
    await fits(page, `${how} ${name}`);
  });
}

for (const language of languages) {
  test.describe(() => {
    test.use({
      context: async ({ folder, build }, use) => {
        const copy = buildForTools(build, folder);
        const context = await inLanguage(language, (args) => launch(join(folder, "profile"), copy, args));
        await use(context);
        await context.close();
      },
    });

    test(`no fault and no loss in any page, in ${language}`, async ({ person, context }) => {
      test.setTimeout(180_000);
      await expect(person.options.locator("html")).toHaveAttribute("lang", new RegExp(`^${language}`));
      await context.route(`${livedInTool}**`, (route) =>
        route.fulfill({
          contentType: "text/html",
          body: "<!doctype html><title>Flows</title><h1>Flows</h1>",
        }),
      );
      const tool = await context.newPage();
      await tool.goto(livedInTool);
      await looksAtAll(person, tool, "empty");
      await livesIn(person);
      await looksAtAll(person, tool, "lived in");
    });
  });
}
