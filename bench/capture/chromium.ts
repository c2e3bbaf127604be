// Chromium with the extension: agreed to every kind through the options page, tools added there.
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright";
import { removeProfile } from "../../e2e/remove-profile.ts";
import { findBrowser } from "../../scripts/browsers.mjs";
import { chromiumTab } from "./chromium-tab.ts";
import { installGround } from "./page/ground.ts";
import { installTree } from "./page/tree.ts";
import { installWay } from "./page/way.ts";
import type { Recorder } from "./recorder.ts";
import { readRows } from "./stored.ts";

const optionsPage = async (context: BrowserContext): Promise<Page> => {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  const page = await context.newPage();
  await page.goto(`chrome-extension://${new URL(worker.url()).host}/options.html#notice`);
  return page;
};

async function agree(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Agree", exact: true }).waitFor();
  for (const each of await page.getByRole("switch").all()) await each.check();
  await page.getByRole("button", { name: "Agree", exact: true }).click();
  await page.getByText("You agreed").first().waitFor();
}

/** Starts it with a profile of its own; the person agrees to every kind there is. */
export async function startChromium(build: string): Promise<Recorder> {
  const profile = await mkdtemp(join(tmpdir(), "tooltrail-bench-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser("chromium"),
    headless: false,
    viewport: { width: 1280, height: 900 },
    args: [
      "--headless=new",
      "--no-sandbox",
      "--disable-quic",
      "--disable-background-networking",
      `--disable-extensions-except=${build}`,
      `--load-extension=${build}`,
    ],
  });
  const options = await optionsPage(context);
  await agree(options);
  await context.addInitScript(installWay);
  await context.addInitScript(installTree);
  await context.addInitScript(installGround);
  const browser = context.browser();

  return {
    name: "chromium",
    version: browser?.version() ?? "",
    adds: async (address, vocabulary) => {
      await options.bringToFront();
      await options.goto(`${options.url().split("#")[0]}#tools`);
      await options.getByLabel("Address").fill(address);
      await options.getByLabel("Name", { exact: true }).fill(new URL(address).host);
      if (vocabulary) await options.locator("select[name=vocabulary]").selectOption(vocabulary);
      await options.getByRole("button", { name: "Add tool" }).click();
      await options.getByText("is added.").waitFor();
    },
    opens: async () => chromiumTab(await context.newPage()),
    rows: () => options.evaluate(readRows),
    close: async () => {
      await context.close();
      await removeProfile(profile);
    },
  };
}
