import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { findBrowser } from "../scripts/browsers.mjs";
import { type Display, openDisplay } from "./display.ts";
import { test as base, expect } from "./fixtures.ts";
import { registered } from "./held.ts";
import type { Person } from "./person.ts";

const release = resolve(".output/chrome-mv3");
const rounds = process.env.TOOLTRAIL_LONG ? 8 : 1;

/** The release build in a browser with a window, on a screen that the test has a keyboard for. */
const test = base.extend<{ display: Display; context: BrowserContext }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for an object pattern.
  display: async ({}, use) => {
    const display = await openDisplay();
    await use(display);
    await display.close();
  },
  context: async ({ folder, display }, use) => {
    const context = await chromium.launchPersistentContext(join(folder, "profile"), {
      executablePath: findBrowser("chromium"),
      headless: false,
      viewport: null,
      env: { ...process.env, DISPLAY: display.name } as Record<string, string>,
      args: [
        "--no-sandbox",
        "--ozone-platform=x11",
        "--disable-background-networking",
        `--disable-extensions-except=${release}`,
        `--load-extension=${release}`,
      ],
    });
    await use(context);
    await context.close();
  },
});

test.beforeAll(() => {
  if (!existsSync(join(release, "manifest.json"))) execFileSync("node_modules/.bin/wxt", ["build"]);
});

const origins = (page: Page) => page.evaluate(async () => (await chrome.permissions.getAll()).origins ?? []);

/** Asks for a tool and waits until the browser's prompt has the keyboard. */
async function asks(person: Person, address: string): Promise<Page> {
  const page = await person.section("tools");
  await page.getByLabel("Address").fill(address);
  await page.getByLabel("Name", { exact: true }).fill("Board");
  // Playwright lets every page believe it has the focus. On and off again, and the page knows the truth: it loses
  // the focus to the prompt, which no protocol can see.
  const session = await person.context.newCDPSession(page);
  await session.send("Emulation.setFocusEmulationEnabled", { enabled: true });
  await session.send("Emulation.setFocusEmulationEnabled", { enabled: false });
  await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(true);
  await page.getByRole("button", { name: "Add tool" }).click();
  await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(false);
  return page;
}

/**
 * Presses a key until the prompt is gone. Chromium passes over Return for the first half second of a prompt, so that
 * nobody answers by accident; a key is pressed again only while the prompt still has the keyboard.
 */
async function answers(page: Page, display: Display, key: string): Promise<void> {
  const hasFocus = () => page.evaluate(() => document.hasFocus());
  await expect(async () => {
    if (!(await hasFocus())) display.press(key);
    await expect.poll(hasFocus, { timeout: 1500 }).toBe(true);
  }).toPass({ timeout: 15_000 });
}

/** The prompt has the keyboard a moment before it takes keys: it is ready when it has been drawn. */
async function standsStill(display: Display): Promise<void> {
  let before = "";
  await expect
    .poll(
      () => {
        const same = display.picture() === before;
        before = display.picture();
        return same;
      },
      { intervals: [500] },
    )
    .toBe(true);
}

/** The prompt opens on its refusing button; the allowing one is next to it. */
async function allows(page: Page, display: Display): Promise<void> {
  await standsStill(display);
  const before = display.picture();
  display.press("Tab");
  // The mark of the focus has moved.
  await expect.poll(() => display.picture()).not.toBe(before);
  await answers(page, display, "Return");
}

const clicks = async (person: Person) => (await person.steps()).filter(({ kind }) => kind === "click").length;

test("a release build grants itself no page", () => {
  const manifest = JSON.parse(readFileSync(join(release, "manifest.json"), "utf8")) as Record<
    string,
    unknown
  >;
  expect(manifest).not.toHaveProperty("host_permissions");
  expect(manifest).not.toHaveProperty("content_scripts");
  expect(manifest).not.toHaveProperty("web_accessible_resources");
  expect(manifest.permissions).toEqual(["storage", "scripting", "alarms"]);
  expect(manifest.incognito).toBe("not_allowed");
});

test("allowed in the browser's prompt, a tool is recorded until the permission goes", async ({
  person,
  site,
  display,
}) => {
  test.setTimeout(60_000 + rounds * 10_000);
  await person.agrees(["Clicks"]);
  expect(await origins(person.options)).toEqual([]);
  const tool = await person.context.newPage();
  await tool.goto(site.url);
  const deploy = tool.getByRole("button", { name: "Deploy" });
  const page = await asks(person, site.url);
  expect(await origins(page)).toEqual([]);
  await allows(page, display);
  await expect(page.getByText("Board is added.")).toBeVisible();
  for (let round = 1; round <= rounds; round++) {
    expect(await origins(page)).toEqual([`${site.url}*`]);
    // A release waits ten seconds of its first start for a company's policy.
    await expect.poll(() => registered(page), { timeout: 25_000 }).toHaveLength(1);
    await tool.bringToFront();
    await deploy.click();
    await expect.poll(() => clicks(person)).toBe(round);

    // Taken away by the browser's own door, not by Tooltrail's; the next event comes at once.
    const remove = (origin: string) => chrome.permissions.remove({ origins: [origin] });
    expect(await page.evaluate(remove, `${site.url}*`)).toBe(true);
    await deploy.click();
    await expect.poll(() => registered(page)).toEqual([]);
    await tool.reload();
    await deploy.click();
    await page.bringToFront();
    // The card says so, and has a way back: Chromium asks no second time for what it was told once.
    const card = page.getByRole("article", { name: "Board" });
    await expect(card).toContainText("The browser no longer lets Tooltrail into this tool");
    await card.getByRole("button", { name: "Ask the browser again" }).click();
    await expect(card).toContainText("Recorded, as you agreed.");
    expect(await origins(page)).toEqual([`${site.url}*`]);
    await page.getByRole("button", { name: "Remove" }).click();
    await expect(page.getByText("No tool is on your list")).toBeVisible();
    await expect.poll(() => origins(page)).toEqual([]);
    await person.adds(site.url);
  }
  // What came after a permission went would have been recorded before this click.
  await expect.poll(() => registered(page)).toHaveLength(1);
  await tool.bringToFront();
  await deploy.click();
  await expect.poll(() => clicks(person)).toBe(rounds + 1);
});

for (const key of ["Escape", "Return"]) {
  test(`refused in the browser's prompt by ${key}, a tool is not added, and the page says so`, async ({
    person,
    site,
    display,
  }) => {
    await person.agrees(["Clicks"]);
    const page = await asks(person, site.url);
    await answers(page, display, key);
    await expect(page.getByText("Not added: the browser was not given permission")).toBeVisible();
    expect(await person.rows("tools")).toEqual([]);
    expect(await origins(page)).toEqual([]);
    expect(await registered(page)).toEqual([]);
    const tool = await person.context.newPage();
    await tool.goto(site.url);
    await tool.getByRole("button", { name: "Deploy" }).click();
    await tool.goto(`${site.url}next`);
    expect(await person.steps()).toEqual([]);
  });
}
