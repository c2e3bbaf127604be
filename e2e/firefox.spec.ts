import { expect, test } from "@playwright/test";
import vocabulary from "../examples/node-red/vocabulary.json" with { type: "json" };
import { Firefox } from "./firefox.ts";
import { type Site, startSite } from "./site.ts";

let firefox: Firefox;
let site: Site;
/** The same host on another port: Firefox's match patterns cannot tell it from the tool. */
let neighbour: Site;

test.beforeEach(async () => {
  site = await startSite();
  neighbour = await startSite();
  firefox = await Firefox.start();
});
test.afterEach(async () => {
  await firefox.close();
  await site.close();
  await neighbour.close();
});

async function works(address: string): Promise<void> {
  const page = await firefox.browser.newPage();
  await page.goto(address);
  await page.locator("#red-ui-header-button-deploy").click();
  await page.waitForFunction("document.querySelector('#said').textContent === 'deployed'");
  await page.locator("#next").click();
  await page.waitForSelector("#home");
  await page.close();
}

async function addsTheSite(): Promise<void> {
  await firefox.section("tools");
  await firefox.fills("Address", site.url);
  await firefox.fills("Name", "Board");
  await firefox.options.select("select[name=vocabulary]", vocabulary.tool);
  await firefox.clicks("button", "Add tool");
  await firefox.options.waitForSelector("article.tool");
}

test("in Firefox a click is recorded after agreement, in the tool that was added and nowhere else", async () => {
  await firefox.clicks("switch", "Clicks");
  await firefox.clicks("button", "Agree");
  await firefox.options.locator("::-p-text(You agreed)").wait();
  await addsTheSite();

  await works(neighbour.url);
  await works(site.url);
  await firefox.section("data");
  await expect
    .poll(() => firefox.sentences())
    .toEqual([
      expect.stringContaining("Clicked the button Deploy in Board"),
      expect.stringContaining("Clicked the link Next in Board"),
    ]);
});

test("in Firefox nothing is recorded before agreement", async () => {
  await addsTheSite();
  await works(site.url);
  await firefox.section("data");
  await firefox.options.locator("::-p-text(No step is stored in this browser.)").wait();
  // The same page records once the person has agreed, so that the silence before was not a broken recorder.
  await firefox.section("notice");
  await firefox.clicks("switch", "Clicks");
  await firefox.clicks("button", "Agree");
  await firefox.options.locator("::-p-text(You agreed)").wait();
  await works(site.url);
  await firefox.section("data");
  await expect.poll(async () => (await firefox.sentences()).length).toBe(2);
});
