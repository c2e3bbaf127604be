// The company's whole way in a real, managed Firefox ESR: an unsigned package is refused; where the company lets it in,
// it is installed by policy from the store, configured, agreed to, recorded, shipped, updated, stopped.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { KeptPolicy } from "../schemas/policy.ts";
import { extensionId, Firefox } from "./firefox.ts";
import { FirefoxAddons } from "./firefox-addons.ts";
import { expect, test } from "./fixtures.ts";
import { ManagedCompany } from "./managed-company.ts";
import { ManagedFirefox } from "./managed-firefox.ts";
import { allThatLeaves } from "./person.ts";
import { asVersion, TamperedUpdates } from "./tampered-updates.ts";

/** The alarm by which the store is asked rings now, not in up to 14 minutes. */
async function asksStoreNow({ options }: Firefox): Promise<void> {
  const alarm = await options.evaluate(() => chrome.alarms.get("stop"));
  expect(alarm?.periodInMinutes).toBe(14);
  await options.evaluate(() => chrome.alarms.create("stop", { when: Date.now(), periodInMinutes: 14 }));
}

const badgeAt = ({ options }: Firefox, url: string): Promise<string | undefined> =>
  options.evaluate(async (address) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url?.startsWith(address));
    return tab && chrome.action.getBadgeText({ tabId: tab.id! });
  }, url);

test("a company installs in Firefox ESR, a person agrees, the browser updates; it stops; unsigned is refused", async ({
  folder,
  site,
  collector,
}) => {
  test.setTimeout(480_000);
  const company = await ManagedCompany.founds(folder, new URL(site.url).origin, ["1.0.0", "1.1.0"]);
  const { store } = company;
  company.publishes("1.0.0");
  await store.start();
  const uuid = randomUUID();
  const preferences = {
    "extensions.webextensions.uuids": JSON.stringify({ [extensionId]: uuid }),
    // Updates without https are for this machine alone.
    "extensions.checkUpdateSecurity": false,
  };
  const tampered = new TamperedUpdates(company.port);
  const managed = new ManagedFirefox(folder);
  managed.says(await store.read("policies/everyone/policies.json"));
  try {
    await test.step("as it comes, Firefox refuses a package that Mozilla did not sign", async () => {
      const browser = await managed.start({ ...preferences, "xpinstall.signatures.required": true });
      const addons = await FirefoxAddons.of(browser);
      expect(await addons.refusal(`${store.url}/tooltrail.xpi`)).toBe("unsigned");
      expect(await addons.version(extensionId)).toBeNull();
      await managed.close();
    });

    const browser = await managed.start({ ...preferences, "xpinstall.signatures.required": false });
    const addons = await FirefoxAddons.of(browser);
    await expect.poll(() => addons.version(extensionId), { timeout: 60_000 }).toBe("1.0.0");
    let firefox = await Firefox.meets(browser, uuid);
    const tool = await browser.newPage();
    const stored = async () =>
      (await firefox.rows<{ count: number }>("totals")).reduce((sum, { count }) => sum + count, 0);
    const answers = async () =>
      (await firefox.rows<{ answer: string }>("receipts")).map(({ answer }) => answer);
    const kept = async () =>
      (await firefox.rows<{ key: string; policy: KeptPolicy }>("settings")).find(
        ({ key }) => key === "policy",
      )?.policy;
    /** The one that opened by itself too: while one is open, no update is taken for minutes. */
    const closesOurs = async () => {
      for (const page of await browser.pages())
        if (page.url().startsWith("moz-extension:")) await page.close();
    };
    const isRecorded = async () => {
      const before = await stored();
      await tool.bringToFront();
      await expect(async () => {
        await tool.locator("#red-ui-header-button-deploy").click();
        expect(await stored()).toBeGreaterThan(before);
      }).toPass({ timeout: 30_000 });
    };

    await test.step("installed, configured and granted, it records nothing before it was agreed to", async () => {
      await expect.poll(async () => (await kept())?.good?.policy.retentionDays).toBe(7);
      await tool.goto(site.url);
      await tool.locator("#red-ui-header-button-deploy").click();
      await tool.waitForFunction("document.querySelector('#said').textContent === 'deployed'");
      expect([await answers(), await stored()]).toEqual([[], 0]);
    });

    await test.step("agreed to, it records and ships", async () => {
      await firefox.section("notice");
      for (const name of ["Board", ...allThatLeaves]) await firefox.clicks("switch", name);
      await firefox.clicks("button", "Agree");
      await expect.poll(answers).toEqual(["agreed"]);
      await isRecorded();
      await firefox.section("data");
      await firefox.clicks("button", "Finish this trajectory");
      await firefox.clicks("button", "Ship now");
      await expect.poll(() => collector.shipments().length, { timeout: 30_000 }).toBe(1);
    });

    await test.step("the browser takes the next version; data and consent are kept, recording goes on", async () => {
      await isRecorded();
      const before = await stored();
      company.publishes("1.1.0");
      // Between two acts and without a page of ours, within minutes.
      await closesOurs();
      await addons.asksForUpdates();
      await expect.poll(() => addons.version(extensionId), { timeout: 240_000 }).toBe("1.1.0");
      firefox = await Firefox.meets(browser, uuid);
      expect(await answers()).toEqual(["agreed"]);
      expect(await firefox.rows("shipments")).toHaveLength(1);
      expect(await stored()).toBeGreaterThanOrEqual(before);
      await isRecorded();
    });

    await test.step("a tool that the company lists later is offered, without a new policy or package", async () => {
      company.listsToo("Stock", "https://stock.norhaven.example/*");
      await asksStoreNow(firefox);
      const listed = async () => (await kept())?.good?.policy.tools?.map(({ alias }) => alias);
      await expect.poll(listed, { timeout: 60_000 }).toEqual(["Board", "Stock"]);
      expect((await firefox.rows("tools")).length).toBe(1);
      await isRecorded();
    });

    await test.step("the store's signed stop ends it, without a new policy, and lets it go on", async () => {
      company.signsStop("yes");
      await asksStoreNow(firefox);
      await expect.poll(() => badgeAt(firefox, site.url), { timeout: 60_000 }).toBe("stop");
      await firefox.section("notice");
      await firefox.options.locator("::-p-text(Norhaven stopped recording for everybody)").wait();
      expect((await kept())?.good?.policy.stop).toBeUndefined();
      const stopped = await stored();
      await tool.bringToFront();
      await tool.locator(".row").click();
      await tool.locator("#next").click();
      await tool.locator("#home").click();
      await tool.waitForSelector("#next");
      expect(await stored()).toBe(stopped);
      company.signsStop("no");
      await asksStoreNow(firefox);
      await expect.poll(() => badgeAt(firefox, site.url), { timeout: 60_000 }).toBe("on");
      await isRecorded();
    });

    await test.step("a package of another sum and an older version are refused", async () => {
      const packed = (version: string) =>
        readFileSync(join(folder, "store", version, `tooltrail-${version}.xpi`));
      const next = asVersion(packed("1.1.0"), "1.2.0");
      const flipped = Buffer.from(next);
      flipped[100]! ^= 1;
      await store.stop();
      await tampered.start();
      const old = packed("1.0.0");
      for (const update of [
        { version: "1.2.0", said: next, given: flipped },
        { version: "1.0.0", said: old, given: old },
      ]) {
        tampered.offers(update);
        await addons.asksForUpdates();
        await expect.poll(() => tampered.asked).toBeGreaterThan(0);
        if (update.given === flipped) await expect.poll(() => tampered.fetched).toBeGreaterThan(0);
        else expect(tampered.fetched).toBe(0);
        expect(await addons.version(extensionId)).toBe("1.1.0");
      }
      // The same way, a right one comes.
      tampered.offers({ version: "1.2.0", said: next, given: next });
      await closesOurs();
      await addons.asksForUpdates();
      await expect.poll(() => addons.version(extensionId), { timeout: 240_000 }).toBe("1.2.0");
    });
  } finally {
    await managed.close();
    await tampered.stop();
    await store.stop();
  }
});
