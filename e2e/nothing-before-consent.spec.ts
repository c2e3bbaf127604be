import { randomInt } from "node:crypto";
import type { Page } from "@playwright/test";
import { test as base, expect } from "./fixtures.ts";
import { held, holding, letTimePass, registered } from "./held.ts";
import { type InPlaceOfTheCollector, listenInPlaceOfTheCollector } from "./in-place-of-the-collector.ts";
import type { Person } from "./person.ts";
import type { Site } from "./site.ts";

const rounds = process.env.TOOLTRAIL_LONG ? 30 : 4;
const day = 86_400_000;

const test = base.extend<{ ear: InPlaceOfTheCollector }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for an object pattern.
  ear: async ({}, use) => {
    const ear = await listenInPlaceOfTheCollector();
    await use(ear);
    await ear.close();
  },
});

/** Work in the tool, up to leaving it: a recorder hands over what it has at the latest then. */
async function works(page: Page, site: Site): Promise<void> {
  await page.goto(site.url);
  await page.getByRole("button", { name: "Deploy" }).click();
  await page.getByLabel("Name").pressSequentially("abc");
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByRole("heading", { name: "Next" })).toBeVisible();
}

const switches = (person: Person) => person.options.getByRole("switch");

/** Answers, or tries to, in every way that is not agreeing. */
const noAgreements: Record<string, (person: Person) => Promise<void>> = {
  decline: async (person) => {
    const page = await person.section("notice");
    await page.getByRole("button", { name: "Decline", exact: true }).click();
    await expect(page.getByText("You declined.")).toBeVisible();
  },
  "decide later": async (person) => {
    const page = await person.section("notice");
    await page.getByRole("button", { name: "Decide later" }).click();
    await expect(page.getByText("This page stays here")).toBeVisible();
  },
  "agree with all switches off": async (person) => {
    const page = await person.section("notice");
    await page.getByRole("button", { name: "Agree", exact: true }).click();
    await expect(page.getByText("Switch on at least one kind")).toBeVisible();
  },
};

test("a fresh install has no script, holds nothing and sends nothing", async ({ person, site, ear }) => {
  await person.section("notice");
  await expect(switches(person).first()).toBeVisible();
  for (const each of await switches(person).all()) await expect(each).not.toBeChecked();
  const tool = await person.context.newPage();
  await works(tool, site);
  await letTimePass(person, 3 * day);
  expect(await registered(person.options)).toEqual([]);
  expect(await holding(person.options)).toEqual(["storage.local"]);
  // Only the clock that this test moved.
  expect((await held(person.options))["storage.local"]).toEqual([`["clockOffset",${3 * day}]`]);
  expect(ear.arrived).toEqual([]);
});

test("adding a tool and every answer but agreeing record nothing; agreeing records from then on", async ({
  person,
  site,
  ear,
}) => {
  test.setTimeout(60_000 + rounds * 5000);
  await person.adds(site.url);
  const tool = await person.context.newPage();
  const names = Object.keys(noAgreements);
  const answers = Array.from({ length: rounds }, (_, n) => names[n] ?? names[randomInt(names.length)]!);
  await works(tool, site);
  for (const [n, answer] of answers.entries()) {
    await test.step(answer, async () => {
      await noAgreements[answer]!(person);
      await tool.bringToFront();
      await works(tool, site);
      await letTimePass(person, n + 1);
      expect(await registered(person.options)).toEqual([]);
      expect(await holding(person.options)).toEqual(["receipts", "storage.local", "tools"]);
    });
  }
  expect(await person.rows("receipts")).toHaveLength(
    answers.filter((answer) => answer !== "agree with all switches off").length,
  );
  // The control: the same door records once it is opened, and only what comes after.
  const agreedAt = Date.now();
  await person.agrees(["Clicks"]);
  await expect.poll(() => registered(person.options)).toHaveLength(1);
  await tool.goto(site.url);
  await tool.getByRole("button", { name: "Deploy" }).click();
  await expect.poll(async () => (await person.steps()).map(({ kind }) => kind)).toEqual(["click"]);
  const [opened] = await person.rows<{ openedAt: number }>("trajectories");
  expect(opened!.openedAt).toBeGreaterThanOrEqual(agreedAt);
  expect(ear.arrived).toEqual([]);
});

test("agreeing records nothing while no tool is listed", async ({ person, site, ear }) => {
  await person.agrees();
  const tool = await person.context.newPage();
  await works(tool, site);
  await letTimePass(person, 3 * day);
  expect(await registered(person.options)).toEqual([]);
  expect(await holding(person.options)).toEqual(["receipts", "storage.local"]);
  expect(ear.arrived).toEqual([]);
});
