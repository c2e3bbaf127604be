// The company's whole way in a real, managed Chromium: installed by policy from the store, configured, agreed to,
// recorded, shipped, updated, stopped.
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext } from "@playwright/test";
import type { KeptPolicy } from "../schemas/policy.ts";
import type { Release } from "../schemas/release.ts";
import { collectorPort } from "./collector.ts";
import { expect, test } from "./fixtures.ts";
import { freePort } from "./free-port.ts";
import { isHeard } from "./is-heard.ts";
import { ManagedChromium } from "./managed-chromium.ts";
import { packReleases } from "./packed-releases.ts";
import { Person } from "./person.ts";
import { CompanyStore } from "./store.ts";

const companyOf = (store: string, tool: string) => ({
  format: "tooltrail-company/1",
  company: "Norhaven",
  contact: "privacy@norhaven.example",
  store,
  collector: `http://127.0.0.1:${collectorPort}`,
  grantHosts: true,
  onlyListed: true,
  retentionDays: 7,
  tools: [
    { alias: "Board", pattern: `${tool}/*`, owner: "Operations", reason: "Routine orders", vocabulary: null },
  ],
});

const keptPolicy = async (person: Person) =>
  (await person.rows<{ key: string; policy: KeptPolicy }>("settings")).find(({ key }) => key === "policy")
    ?.policy;

/** Opens the person's page anew, and says which version it is of. */
async function versionOf(context: BrowserContext, id: string): Promise<string> {
  const page = await context.newPage();
  try {
    await page.goto(`chrome-extension://${id}/options.html`);
    return await page.evaluate(
      () =>
        (globalThis as unknown as { chrome: typeof globalThis.chrome }).chrome.runtime.getManifest().version,
    );
  } finally {
    await page.close();
  }
}

test("a company installs, a person agrees, the browser updates by itself, the company stops", async ({
  folder,
  site,
  collector,
}) => {
  test.setTimeout(300_000);
  const port = await freePort();
  const { origin } = new URL(site.url);
  const dir = join(folder, "store");
  const store = new CompanyStore(dir, port);
  mkdirSync(dir);
  const company = join(dir, "company.json");
  const said = companyOf(store.url, origin);
  writeFileSync(company, JSON.stringify(said));
  const packed = packReleases({ folder, company, versions: ["1.0.0", "1.1.0"] });
  renameSync(join(packed, "1.0.0"), join(dir, "1.0.0"));
  await store.start();
  const chromium = new ManagedChromium(folder);
  try {
    chromium.says(await store.read("policies/everyone/chromium.json"));
    const context = await chromium.start(5);
    const release = JSON.parse(await store.read("1.0.0/release.json")) as Release;
    const person = await Person.at(context, release.chromiumId);
    expect(await versionOf(context, person.id)).toBe("1.0.0");
    await expect.poll(async () => (await keptPolicy(person))?.good?.policy.retentionDays).toBe(7);

    // Installed by force, configured by policy, granted its tool: and still nothing is recorded.
    const tool = await context.newPage();
    await tool.goto(site.url);
    await tool.getByRole("button", { name: "Deploy" }).click();
    await expect(tool.locator("#said")).toHaveText("deployed");
    expect(await person.rows("receipts")).toEqual([]);
    expect(await person.steps()).toEqual([]);

    const notice = await person.section("notice");
    await notice.getByRole("switch", { name: "Board", exact: true }).check();
    for (const kind of ["Clicks", "Changing pages"]) await notice.getByRole("switch", { name: kind }).check();
    await notice.getByRole("button", { name: "Agree", exact: true }).click();
    await expect.poll(async () => (await person.receipts()).at(-1)?.answer).toBe("agreed");
    await isHeard(tool, person);
    await tool.bringToFront();
    await tool.getByRole("button", { name: "Deploy" }).click();
    const clicks = async () => (await person.steps()).filter(({ kind }) => kind === "click").length;
    await expect.poll(clicks).toBe(1);
    await person.finishesAndShips();
    expect(collector.shipments()).toHaveLength(1);

    // The next version. It comes when nothing of the extension is open; the tool stays open.
    await person.options.close();
    renameSync(join(packed, "1.1.0"), join(dir, "1.1.0"));
    await expect
      .poll(() => versionOf(context, person.id), { timeout: 120_000, intervals: [5_000] })
      .toBe("1.1.0");
    const options = await context.newPage();
    await options.goto(`chrome-extension://${person.id}/options.html`);
    const later = Object.assign(Object.create(Person.prototype) as Person, {
      context,
      id: person.id,
      options,
    });
    expect((await later.receipts()).map(({ answer }) => answer)).toEqual(["agreed"]);
    expect(await later.rows("shipments")).toHaveLength(1);
    await isHeard(tool, later);
    const before = (await later.steps()).length;
    await tool.bringToFront();
    await tool.getByRole("button", { name: "Deploy" }).click();
    await expect.poll(async () => (await later.steps()).length).toBeGreaterThan(before);

    // Stopped: by the same file, changed.
    writeFileSync(company, JSON.stringify({ ...said, stop: true }));
    chromium.says(await store.read("policies/everyone/chromium.json"));
    await expect
      .poll(async () => (await keptPolicy(later))?.good?.policy.stop, { timeout: 60_000 })
      .toBe(true);
    await expect(
      options.getByRole("status").getByText("Norhaven stopped recording for everybody"),
    ).toBeVisible();
    const stopped = (await later.steps()).length;
    await tool.bringToFront();
    await tool.getByRole("button", { name: "Open 1" }).click();
    await tool.getByRole("link", { name: "Next" }).click();
    await tool.waitForURL(/next/);
    expect(await later.steps()).toHaveLength(stopped);
  } finally {
    await chromium.close();
    await store.stop();
  }
});
