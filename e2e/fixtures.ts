// Each spec has a browser profile, a collector and a tool of its own.
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type BrowserContext, test as base, chromium } from "@playwright/test";
import { findBrowser } from "../scripts/browsers.mjs";
import { Collector } from "./collector.ts";
import { Person } from "./person.ts";
import { removeProfile } from "./remove-profile.ts";
import { type Site, startSite } from "./site.ts";

export { expect } from "@playwright/test";

export const testBuild = resolve(".output/chrome-mv3-test");

/** Starts Chromium with the extension of a folder and the profile of another; `without`: of Playwright's own arguments. */
export const launch = (
  profile: string,
  build: string = testBuild,
  args: readonly string[] = [],
  without: readonly string[] = [],
): Promise<BrowserContext> =>
  chromium.launchPersistentContext(profile, {
    executablePath: findBrowser("chromium"),
    headless: false,
    viewport: { width: 1280, height: 900 },
    acceptDownloads: true,
    ignoreDefaultArgs: [...without],
    args: [
      "--headless=new",
      "--no-sandbox",
      "--disable-quic",
      "--disable-background-networking",
      `--disable-extensions-except=${build}`,
      `--load-extension=${build}`,
      ...args,
    ],
  });

export interface Fixtures {
  folder: string;
  build: string;
  context: BrowserContext;
  person: Person;
  site: Site;
  collector: Collector;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for an object pattern.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "tooltrail-e2e-"));
    await use(folder);
    await removeProfile(folder);
  },
  build: [testBuild, { option: true }],
  context: async ({ folder, build }, use) => {
    const context = await launch(join(folder, "profile"), build);
    await use(context);
    await context.close();
  },
  person: async ({ context }, use) => use(await Person.meets(context)),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for an object pattern.
  site: async ({}, use) => {
    const site = await startSite();
    await use(site);
    await site.close();
  },
  collector: async ({ folder }, use) => {
    const collector = new Collector(folder);
    await collector.start();
    await use(collector);
    await collector.stop();
  },
});
