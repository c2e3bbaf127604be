// The company's whole way in a real, managed Chromium: installed by policy from the store, configured, agreed to,
// recorded, shipped, updated, kept from what others made, stopped.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { KeptPolicy } from "../schemas/policy.ts";
import type { Release } from "../schemas/release.ts";
import { expect, test } from "./fixtures.ts";
import { ManagedChromium } from "./managed-chromium.ts";
import { ManagedCompany } from "./managed-company.ts";
import { allThatLeaves, Person } from "./person.ts";
import { flipped, type Offer, otherKey, repacked, TamperedStore } from "./tampered-store.ts";
import { asksForUpdates, runningVersion, runsByItself, takenVersions, takes } from "./updating-browser.ts";
import { finishes } from "./work.ts";

const keptPolicy = async (person: Person) =>
  (await person.rows<{ key: string; policy: KeptPolicy }>("settings")).find(({ key }) => key === "policy")
    ?.policy;

/** Presses a button until one more step is kept: after a change, the page's script begins when it begins. */
async function isRecorded(tool: Page, person: Person): Promise<void> {
  const before = (await person.steps()).length;
  await tool.bringToFront();
  await expect(async () => {
    await tool.getByRole("button", { name: "Deploy" }).click();
    expect((await person.steps()).length).toBeGreaterThan(before);
  }).toPass({ timeout: 30_000 });
}

const clicks = async (person: Person) => (await person.steps()).filter(({ kind }) => kind === "click").length;

/** The alarm by which the store is asked rings now, not in up to 14 minutes. */
async function asksStoreNow({ options }: Person): Promise<void> {
  const alarm = await options.evaluate(() => chrome.alarms.get("stop"));
  expect(alarm?.periodInMinutes).toBe(14);
  await options.evaluate(() => chrome.alarms.create("stop", { when: Date.now(), periodInMinutes: 14 }));
}

const badgeAt = ({ options }: Person, url: string): Promise<string> =>
  options.evaluate(async (address) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url?.startsWith(address));
    return chrome.action.getBadgeText({ tabId: tab!.id! });
  }, url);

test("a company installs, a person agrees, the browser updates, and takes only what the company signed; it stops", async ({
  folder,
  site,
  collector,
}) => {
  test.setTimeout(480_000);
  const company = await ManagedCompany.founds(folder, new URL(site.url).origin, ["1.0.0", "1.1.0"]);
  const { store } = company;
  company.publishes("1.0.0");
  await store.start();
  const release = JSON.parse(await store.read("1.0.0/release.json")) as Release;
  const tampered = new TamperedStore(company.port, release.chromiumId);
  const chromium = new ManagedChromium(folder);
  try {
    chromium.says(await store.read("policies/everyone/chromium.json"));
    let context = await chromium.start(30);
    const installed = () => ({ context, profile: join(folder, "profile"), id: release.chromiumId });
    const restarts = async () => {
      await chromium.close();
      context = await chromium.start(30);
    };
    let person = await Person.at(context, release.chromiumId);
    const tool = await context.newPage();

    await test.step("installed, configured and granted, it records nothing before it was agreed to", async () => {
      expect(await runningVersion(installed())).toBe("1.0.0");
      await expect.poll(async () => (await keptPolicy(person))?.good?.policy.retentionDays).toBe(7);
      await tool.goto(site.url);
      await tool.getByRole("button", { name: "Deploy" }).click();
      await expect(tool.locator("#said")).toHaveText("deployed");
      expect([await person.rows("receipts"), await person.steps()]).toEqual([[], []]);
    });

    await test.step("agreed to, it records and ships", async () => {
      const notice = await person.section("notice");
      await notice.getByRole("switch", { name: "Board", exact: true }).check();
      for (const kind of allThatLeaves) await notice.getByRole("switch", { name: kind }).check();
      await notice.getByRole("button", { name: "Agree", exact: true }).click();
      await expect.poll(async () => (await person.receipts()).at(-1)?.answer).toBe("agreed");
      await isRecorded(tool, person);
      await person.finishesAndShips();
      expect(collector.shipments()).toHaveLength(1);
    });

    await test.step("the next version takes effect by itself; data and consent are kept, open pages go on", async () => {
      const shipped = await clicks(person);
      await tool.bringToFront();
      for (const row of [4, 5]) await tool.getByRole("button", { name: `Open ${row}` }).click();
      await expect.poll(() => clicks(person)).toBe(shipped + 2);
      const before = shipped + 2;
      company.publishes("1.1.0");
      await person.options.close();
      await takes(installed(), "1.1.0");
      // Neither the browser nor the tool's page begins anew.
      await runsByItself(installed(), "1.1.0");
      person = await Person.at(context, release.chromiumId);
      expect((await person.receipts()).map(({ answer }) => answer)).toEqual(["agreed"]);
      expect(await person.rows("shipments")).toHaveLength(1);
      expect(await clicks(person)).toBe(before);
      // The open page's new script begins a moment later; what it held is handed over as the trajectory is finished.
      await isRecorded(tool, person);
      await finishes(person);
      const after = await clicks(person);
      await tool.bringToFront();
      for (const row of [1, 2, 3]) await tool.getByRole("button", { name: `Open ${row}` }).click();
      await expect.poll(() => clicks(person)).toBe(after + 3);
    });

    await test.step("the store's signed stop ends it, without a new policy, and lets it go on", async () => {
      company.signsStop("yes");
      await asksStoreNow(person);
      await expect.poll(() => badgeAt(person, site.url), { timeout: 60_000 }).toBe("stop");
      await expect(
        person.options.getByRole("status").getByText("Norhaven stopped recording for everybody"),
      ).toBeVisible();
      expect((await keptPolicy(person))?.good?.policy.stop).toBeUndefined();
      const stopped = (await person.steps()).length;
      await tool.bringToFront();
      await tool.getByRole("button", { name: "Open 1" }).click();
      await tool.getByRole("link", { name: "Next" }).click();
      await tool.waitForURL(/next/);
      await tool.goBack();
      expect(await person.steps()).toHaveLength(stopped);
      company.signsStop("no");
      await asksStoreNow(person);
      await expect.poll(() => badgeAt(person, site.url), { timeout: 60_000 }).toBe("on");
      await isRecorded(tool, person);
    });

    await test.step("another key, a flipped byte and an older version are refused", async () => {
      const own = readFileSync(join(folder, "store", "1.1.0", "tooltrail-1.1.0.crx"));
      const old = readFileSync(join(folder, "store", "1.0.0", "tooltrail-1.0.0.crx"));
      const next = await repacked(own, "1.2.0", company.signingKey);
      await store.stop();
      await tampered.start();
      const offers: Offer[] = [
        { version: "1.2.0", crx: await repacked(own, "1.2.0", otherKey()) },
        { version: "1.2.0", crx: flipped(next) },
      ];
      const offered = [...offers, { version: "1.0.0", crx: old }];
      for (const offer of offered) {
        tampered.offers(offer);
        // A browser asks on demand once or twice, and then only after its next start.
        await restarts();
        await asksForUpdates(installed());
        const fetches = offer.version === "1.0.0" ? 0 : 1;
        await expect
          .poll(() => tampered.asked > 0 && tampered.fetched >= fetches, { timeout: 60_000 })
          .toBe(true);
        // What was taken would run now.
        await restarts();
        expect(await runningVersion(installed())).toBe("1.1.0");
        expect(takenVersions(installed())).not.toContain("1.2.0");
        if (fetches === 0) expect(tampered.fetched).toBe(0);
      }
      // The same way, a right one comes.
      tampered.offers({ version: "1.2.0", crx: next });
      await restarts();
      await takes(installed(), "1.2.0");
      await restarts();
      expect(await runningVersion(installed())).toBe("1.2.0");
    });
  } finally {
    await chromium.close();
    await tampered.stop();
    await store.stop();
  }
});
