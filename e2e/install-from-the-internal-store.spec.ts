import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { chromium } from "@playwright/test";
import { unzipSync } from "fflate";
import { findBrowser } from "../scripts/browsers.mjs";
import { collectorPort } from "./collector.ts";
import { expect, launch, test } from "./fixtures.ts";
import { Person } from "./person.ts";
import { picture } from "./picture.ts";

test("install from the internal store: what the page says is what is installed, and nothing is on", async ({
  collector,
  folder,
}, info) => {
  expect(collector.port).toBe(collectorPort);
  const zip = join(folder, "package.zip");
  const build = join(folder, "unzipped");

  const browser = await chromium.launch({ executablePath: findBrowser("chromium"), args: ["--no-sandbox"] });
  try {
    const store = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await store.goto(`http://127.0.0.1:${collector.port}/store`);
    const card = store
      .locator("article[data-browser=chrome]")
      .filter({ hasNotText: "demonstration" })
      .first();
    await picture(store, "install-from-the-internal-store", info);
    const download = store.waitForEvent("download");
    await card.getByRole("link", { name: "Download" }).click();
    await (await download).saveAs(zip);
    const digest = createHash("sha256")
      .update(await readFile(zip))
      .digest("hex");
    await expect(card.locator("code", { hasText: digest })).toBeVisible();
  } finally {
    await browser.close();
  }

  for (const [name, bytes] of Object.entries(unzipSync(await readFile(zip)))) {
    if (name.endsWith("/")) continue;
    await mkdir(dirname(join(build, name)), { recursive: true });
    await writeFile(join(build, name), bytes);
  }
  const context = await launch(join(folder, "profile"), build);
  try {
    const person = await Person.meets(context);
    await expect(person.options.getByRole("heading", { level: 1 })).toHaveText(
      "May Tooltrail record how you work?",
    );
    const switches = person.options.getByRole("switch");
    await expect(switches.first()).toBeVisible();
    for (const each of await switches.all()) await expect(each).not.toBeChecked();
    expect(await grantedOrigins(person)).toEqual([]);
    expect(collector.shipments()).toEqual([]);
  } finally {
    await context.close();
  }
});

/** What the browser itself says that the extension may read. */
const grantedOrigins = (person: Person): Promise<string[]> =>
  person.options.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: typeof globalThis.chrome };
    return (await chrome.permissions.getAll()).origins ?? [];
  });
