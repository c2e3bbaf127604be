// In Firefox too the toolbar says what is true of a tab: recorded, paused, not agreed.
import { expect, test } from "@playwright/test";
import { Firefox } from "./firefox.ts";
import { startSite } from "./site.ts";

test("in Firefox a tab says that it is recorded, paused, and not agreed to", async () => {
  const [site, firefox] = await Promise.all([startSite(), Firefox.start()]);
  try {
    await firefox.clicks("switch", "Clicks");
    await firefox.clicks("button", "Agree");
    await firefox.options.locator("::-p-text(You agreed)").wait();
    await firefox.section("tools");
    await firefox.fills("Address", site.url);
    await firefox.fills("Name", "Board");
    await firefox.clicks("button", "Add tool");
    await firefox.options.waitForSelector("article.tool");
    const tool = await firefox.browser.newPage();
    await tool.goto(site.url);
    const badge = () =>
      firefox.options.evaluate(async (url) => {
        const tab = (await chrome.tabs.query({})).find((one) => one.url?.startsWith(url));
        return tab && chrome.action.getBadgeText({ tabId: tab.id! });
      }, site.url);
    await expect.poll(badge).toBe("on");
    const asks = (name: string, request: object) =>
      firefox.options.evaluate((message) => chrome.runtime.sendMessage(message), { name, request });
    await asks("recording.pause", { minutes: 15 });
    await expect.poll(badge).toBe("II");
    await asks("recording.resume", {});
    await expect.poll(badge).toBe("on");
    await asks("mark.show", { shown: true });
    await tool.waitForSelector("tooltrail-mark");
    await asks("consent.withdraw", {});
    await expect.poll(badge).toBe("");
    expect(await tool.$("tooltrail-mark")).toBeNull();
  } finally {
    await firefox.close();
    await site.close();
  }
});
