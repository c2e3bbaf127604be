// A full disk: recording stops visibly, what was not kept is counted, what is stored is unharmed.
import { randomInt } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { isolatedWorld } from "./isolated-world.ts";
import { allThatLeaves, type Person } from "./person.ts";
import type { Site } from "./site.ts";
import { clicksRows, finishes, minute, opens, shipsNow, states, unfolds } from "./work.ts";

type Quota = (bytes: number | null) => Promise<unknown>;

/**
 * Lets the extension's origin have so many bytes more than it holds; null gives it back what it had. Chromium looks
 * at the quota at the first write and then only when what it saw is used up, or half a minute later: a spec that
 * wants a full disk begins with a small one.
 */
async function quotaOf(person: Person): Promise<Quota> {
  const session = await person.context.newCDPSession(person.options);
  const origin = `chrome-extension://${person.id}`;
  return async (bytes) => {
    const { usage } = await session.send("Storage.getUsageAndQuota", { origin });
    await session.send("Storage.overrideQuotaForOrigin", {
      origin,
      ...(bytes === null ? {} : { quotaSize: Math.round(usage) + bytes }),
    });
  };
}

/** Records until the background says that it takes no more; returns how many steps it did not take. */
async function fills(person: Person, page: Page): Promise<number> {
  const world = await isolatedWorld(page, person);
  // Long paths that cannot be packed: the disk is full long before a trajectory is, which would be closed and leave.
  const last = (await person.steps()).at(-1)!;
  const [link] = last.target!.path;
  const step = () => {
    const path = Array.from({ length: 512 }, () => ({ ...link!, nth: randomInt(1_000_000) }));
    return { ...last, at: Date.now(), target: { ...last.target!, path } };
  };
  for (let first = 0; ; first += 64) {
    const steps = Array.from({ length: 64 }, step);
    const request = { frame: "QUJDREVGR0hJSktMTU5PUA", first, steps, dropped: {} };
    const { reply } = await world.send({ name: "steps.record", request });
    if ((reply as { stop: boolean }).stop) return 64;
    expect(first, "the disk never became full").toBeLessThan(64 * 20);
  }
}

/** What the toolbar says in the first tab of the tool: each tab has its own. */
const badge = (person: Person, site: Site): Promise<string> =>
  person.options.evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url: `${url}*` });
    return chrome.action.getBadgeText({ tabId: tab!.id! });
  }, site.url);

/** Steps that found no space, as counted outside the database while it takes nothing. */
const unkept = (person: Person): Promise<number> =>
  person.options.evaluate(async () => {
    const { storage } = (globalThis as unknown as { chrome: typeof chrome }).chrome;
    return ((await storage.local.get("diskFull")).diskFull as { dropped: number } | undefined)?.dropped ?? 0;
  });

const everything = async (person: Person) => ({
  trajectories: await person.rows("trajectories"),
  chunks: await person.rows("chunks"),
  openSteps: await person.rows("openSteps"),
  totals: await person.rows("totals"),
  shipments: await person.rows("shipments"),
  eraseKeys: await person.rows("eraseKeys"),
});

const banner = "The disk space for Tooltrail is used up.";

test("recording stops visibly, and goes on when the person has made space", async ({
  person,
  site,
  collector,
}) => {
  const quota = await quotaOf(person);
  await quota(500_000);
  await person.agrees(allThatLeaves);
  const tool = await opens(person, site);
  await clicksRows(person, tool, [0, 1]);
  await finishes(person);
  await clicksRows(person, tool, [2]);
  await expect.poll(() => badge(person, site)).toBe("on");

  await quota(0);
  const refused = await fills(person, tool);
  const before = await everything(person);
  await tool.bringToFront();
  for (const row of [3, 4]) await tool.getByRole("button", { name: `Open ${row}` }).click();
  // A click is held back until its effect is seen: space that came before would keep it.
  await expect.poll(() => unkept(person)).toBeGreaterThan(refused);
  const page = await person.section("tools");
  await expect(page.getByRole("alert")).toContainText(banner);
  await expect.poll(() => badge(person, site)).toBe("full");

  // A page that opens now records nothing.
  const again = await person.context.newPage();
  await again.goto(site.url);
  await again.getByRole("button", { name: "Open 5" }).click();
  await again.reload();
  expect(await everything(person)).toEqual(before);

  // What is stored can be read, and is shown.
  const stored = (await person.steps()).length;
  await person.section("data");
  await expect(page.getByTestId("truth")).toContainText(`${stored.toLocaleString("en-GB")} steps are stored`);

  await quota(null);
  await unfolds(page.getByTestId("trajectory").last());
  await page.getByTestId("trajectory").last().getByRole("button", { name: "Delete step 1" }).click();
  await expect(page.getByRole("alert")).toHaveCount(0, { timeout: 25_000 });
  await expect.poll(() => badge(person, site)).toBe("on");
  const dropped = (await person.dropped())["disk-full"]!;
  expect(dropped).toBeGreaterThan(refused);
  expect(dropped).toBeLessThanOrEqual(refused + 2);
  await clicksRows(person, tool, [1, 2]);
  await clicksRows(person, again, [3]);
  await person.section("data");
  await shipsNow(person);
  await expect.poll(() => states(person)).toEqual(["shipped"]);
  expect(collector.shipments().map(({ shipment }) => shipment.steps.length)).toEqual([2]);
});

test("space that comes back by itself is found in time, in the pages that were open", async ({
  person,
  site,
}) => {
  const quota = await quotaOf(person);
  await quota(200_000);
  await person.agrees(allThatLeaves);
  const tool = await opens(person, site);
  await clicksRows(person, tool, [0]);
  await quota(0);
  const refused = await fills(person, tool);
  const page = await person.section("tools");
  await expect(page.getByRole("alert")).toContainText(banner);
  await quota(null);
  await person.moveClock(6 * minute);
  await expect(page.getByRole("alert")).toHaveCount(0);
  expect(await person.dropped()).toEqual({ "disk-full": refused });
  await clicksRows(person, tool, [2]);
});
