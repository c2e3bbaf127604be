import { randomInt } from "node:crypto";
import type { Page } from "@playwright/test";
import type { EraseKey } from "../schemas/queue.ts";
import { startErasingCollector } from "./erasing-collector.ts";
import { expect, test } from "./fixtures.ts";
import { held, letTimePass, registered } from "./held.ts";
import { allThatLeaves, type Person } from "./person.ts";

const shipped = process.env.TOOLTRAIL_LONG ? 8 : 1;
const waiting = process.env.TOOLTRAIL_LONG ? 8 : 1;
const day = 86_400_000;

/** Counts the person's clicks in the options page until it is asked. */
async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = globalThis as unknown as { clicks: number };
    counted.clicks = 0;
    addEventListener("click", ({ isTrusted }) => isTrusted && counted.clicks++, { capture: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { clicks: number }).clicks);
}

const clicks = async (person: Person) => (await person.steps()).filter(({ kind }) => kind === "click").length;

/** Of clicks alone: the page's load is a step as well, and may be stored after it was counted. */
async function presses(person: Person, tool: Page, times: number): Promise<void> {
  const before = await clicks(person);
  await tool.bringToFront();
  // One after another, each with a row button of its own: a second click on one button is a count, not a step.
  for (let n = 0; n < times; n++)
    await tool.getByRole("button", { name: `Open ${n % 6}`, exact: true }).click();
  await expect.poll(() => clicks(person)).toBe(before + times);
}

async function finishes(person: Person): Promise<void> {
  const page = await person.section("data");
  const before = (await person.rows("shipments")).length;
  await page.getByRole("button", { name: "Finish this trajectory" }).click();
  await expect.poll(async () => (await person.rows("shipments")).length).toBe(before + 1);
}

const inState = async (person: Person, state: string): Promise<string[]> =>
  (await person.rows<{ id: string; state: string }>("shipments"))
    .filter((row) => row.state === state)
    .map(({ id }) => id)
    .sort();

test("withdrawing stops, erases here and at the collector, and nothing else leaves after it", async ({
  person,
  site,
}) => {
  test.setTimeout(60_000 + (shipped + waiting) * 6000);
  const collector = await startErasingCollector();
  try {
    await person.section("notice");
    const toAgree = await countClicks(person.options);
    // The shortest way to agree: one kind.
    await person.agrees(allThatLeaves);
    const clicksToAgree = await toAgree();
    await person.adds(site.url);
    const tool = await person.context.newPage();
    await tool.goto(site.url);
    for (let n = 0; n < shipped; n++) {
      await presses(person, tool, randomInt(1, 7));
      await finishes(person);
      const page = await person.section("data");
      await page.getByRole("button", { name: "Ship now" }).first().click();
      await expect.poll(() => inState(person, "shipped")).toHaveLength(n + 1);
    }
    for (let n = 0; n < waiting; n++) {
      await presses(person, tool, randomInt(1, 7));
      await finishes(person);
    }
    await presses(person, tool, 3);
    const left = await inState(person, "shipped");
    expect(await inState(person, "waiting")).toHaveLength(waiting);
    expect(collector.shipped.toSorted()).toEqual(left);
    expect(collector.erased).toEqual([]);
    const receipts = await person.receipts();

    const options = await person.section("data");
    await options.reload();
    const toWithdraw = await countClicks(options);
    await options.getByRole("complementary").getByRole("button", { name: "Withdraw" }).click();
    await expect(options.getByRole("dialog")).toContainText(
      "What was shipped is erased at the collector too.",
    );
    await options.getByRole("button", { name: "Withdraw and erase" }).click();
    await expect(options.getByText("Withdrawn. Recording has stopped in every page")).toBeVisible();
    expect(await toWithdraw()).toBeLessThanOrEqual(clicksToAgree + 1);

    const stopped = async () => {
      const { trajectories, chunks, openSteps, totals, shipments, settings } = await held(person.options);
      expect({ trajectories, chunks, openSteps, totals, shipments, settings }).toEqual({
        trajectories: [],
        chunks: [],
        openSteps: [],
        totals: [],
        shipments: [],
        settings: [],
      });
      expect(await registered(person.options)).toEqual([]);
    };
    await stopped();
    const keys = await person.rows<EraseKey>("eraseKeys");
    expect(keys.map(({ shipment }) => shipment).sort()).toEqual(left);
    for (const { erasing } of keys) expect(erasing).toMatchObject({ attempts: 0 });
    const after = await person.receipts();
    expect(after.slice(0, -1)).toEqual(receipts);
    expect(after.at(-1)).toMatchObject({ answer: "withdrawn", kinds: [], tools: [] });

    // The page is still open: what is done in it, then leaving it, leaves nothing.
    await tool.bringToFront();
    await tool.getByRole("button", { name: "Deploy" }).click();
    await tool.getByRole("link", { name: "Next" }).click();
    await letTimePass(person, 4 * day);
    await tool.goto(site.url);
    await tool.getByRole("button", { name: "Deploy" }).click();
    await tool.goto(`${site.url}next`);
    await stopped();
    // The keys of what was shipped left meanwhile, each alone, and nothing else did.
    await expect.poll(() => collector.erased.length).toBe(keys.length);
    const sent = collector.erased.map(({ body }) => (JSON.parse(body) as { key: string }).key);
    expect(sent.sort()).toEqual(keys.map(({ key }) => key).sort());
    expect(collector.shipped.toSorted()).toEqual(left);
    await person.section("shipped");
    await expect(person.options.getByText("erased, confirmed")).toHaveCount(left.length);

    // The control: agreed to anew, the same page records again, and only what comes now.
    await person.agrees(allThatLeaves);
    await expect.poll(() => registered(person.options)).toHaveLength(1);
    await tool.goto(site.url);
    await presses(person, tool, 2);
    const kinds = (await person.steps()).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(["click", "click", "navigate"]);
  } finally {
    await collector.close();
  }
});
