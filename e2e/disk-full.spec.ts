// A full disk: recording stops visibly, what was not kept is counted, what is stored is unharmed.
import { expect, test } from "./fixtures.ts";
import type { Person } from "./person.ts";
import { clicksRows, finishes, minute, opens, shipsNow, states } from "./work.ts";

/** Gives the extension's origin so many bytes; null gives it back what it had. */
async function quota(person: Person, bytes: number | null) {
  const session = await person.context.newCDPSession(person.options);
  const origin = `chrome-extension://${person.id}`;
  await session.send("Storage.overrideQuotaForOrigin", {
    origin,
    ...(bytes === null ? {} : { quotaSize: bytes }),
  });
}

const badge = (person: Person): Promise<string> =>
  person.options.evaluate(() =>
    (
      globalThis as unknown as { chrome: { action: { getBadgeText(of: object): Promise<string> } } }
    ).chrome.action.getBadgeText({}),
  );

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
  await person.agrees();
  const tool = await opens(person, site);
  await clicksRows(person, tool, [0, 1]);
  await finishes(person);
  await clicksRows(person, tool, [2]);
  await expect.poll(() => badge(person)).toBe("on");
  const before = await everything(person);

  await quota(person, 1);
  for (const row of [3, 4]) await tool.getByRole("button", { name: `Open ${row}` }).click();
  const page = await person.section("tools");
  await expect(page.getByRole("alert")).toContainText(banner);
  await expect.poll(() => badge(person)).toBe("full");
  expect(await everything(person)).toEqual(before);

  // A page that opens now records nothing, and says nothing of its own.
  await tool.reload();
  await tool.getByRole("button", { name: "Open 5" }).click();
  await tool.close({ runBeforeUnload: true });
  expect(await everything(person)).toEqual(before);

  // What is stored can be read: it is shown, and it ships once it can be marked.
  await person.section("data");
  await expect(page.getByTestId("truth")).toContainText("4 steps are stored");

  const again = await person.context.newPage();
  await again.goto(site.url);
  await quota(person, null);
  await page.bringToFront();
  await page.getByTestId("trajectory").first().getByRole("button", { name: "Delete step 1" }).click();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect.poll(() => badge(person)).toBe("on");
  expect(await person.dropped()).toEqual({ "disk-full": 2 });
  await clicksRows(person, again, [1, 2]);
  await person.section("data");
  await shipsNow(person);
  await expect.poll(() => states(person)).toEqual(["shipped"]);
  expect(collector.shipments()).toHaveLength(1);
});

test("space that comes back by itself is found in time, in the pages that were open", async ({
  person,
  site,
}) => {
  await person.agrees();
  const tool = await opens(person, site);
  await clicksRows(person, tool, [0]);
  await quota(person, 1);
  await tool.getByRole("button", { name: "Open 1" }).click();
  const page = await person.section("tools");
  await expect(page.getByRole("alert")).toContainText(banner);
  // Still full when time comes to look again.
  await person.moveClock(6 * minute);
  await expect(page.getByRole("alert")).toContainText(banner);
  await quota(person, null);
  await person.moveClock(12 * minute);
  await expect(page.getByRole("alert")).toHaveCount(0);
  expect(await person.dropped()).toEqual({ "disk-full": 1 });
  await clicksRows(person, tool, [2]);
});
