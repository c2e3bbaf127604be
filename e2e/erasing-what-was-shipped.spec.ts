// P8: what was shipped can be erased, one, some or all: each key leaves alone, until it is acknowledged.
import type { EraseKey } from "../schemas/queue.ts";
import { eraseAcknowledged, startErasingCollector } from "./erasing-collector.ts";
import { expect, test } from "./fixtures.ts";
import { letTimePass } from "./held.ts";
import { allThatLeaves, type Person } from "./person.ts";
import { clicksRows, finishes, shipsNow, states } from "./work.ts";

const hour = 3_600_000;

const keys = async (person: Person): Promise<Map<string, EraseKey>> =>
  new Map((await person.rows<EraseKey>("eraseKeys")).map((key) => [key.shipment, key]));
const askedFor = async (person: Person): Promise<string[]> =>
  [...(await keys(person)).values()].filter(({ erasing }) => erasing).map(({ shipment }) => shipment);

test("one, some, all: asked once, sent one by one until acknowledged, whatever else is erased", async ({
  person,
  site,
}) => {
  test.setTimeout(120_000);
  const collector = await startErasingCollector();
  try {
    await person.agrees(allThatLeaves);
    await person.adds(site.url);
    const board = await person.context.newPage();
    await board.goto(site.url);
    for (let n = 1; n <= 4; n++) {
      await clicksRows(person, board, [n]);
      await finishes(person);
      await shipsNow(person);
      await expect.poll(async () => (await states(person)).filter((is) => is === "shipped").length).toBe(n);
    }
    const page = await person.section("shipped");
    const rows = page.getByTestId("shipment");
    await expect(rows).toHaveCount(4);
    await expect(page.getByText("with the collector")).toHaveCount(4);

    // Keeping is the first thing that is offered, and changes nothing.
    await rows.first().getByRole("button", { name: "Erase" }).click();
    await expect(page.getByRole("button", { name: "Keep" })).toBeFocused();
    await page.keyboard.press("Enter");
    expect(await askedFor(person)).toEqual([]);

    // One. The newest comes first.
    await rows.first().getByRole("button", { name: "Erase" }).click();
    await expect(page.getByRole("dialog")).toContainText("Erase 1 shipment at the collector?");
    await page.getByRole("button", { name: "Erase at the collector" }).click();
    await expect(page.getByText("1 erasure is asked for. Its key leaves within 3 days.")).toBeVisible();
    const [last] = collector.shipped.slice(-1);
    expect(await askedFor(person)).toEqual([last]);
    await expect(rows.first()).toContainText("erasing, key leaves");
    await expect(rows.first().getByRole("checkbox")).toBeDisabled();

    // Some, by the keyboard.
    await rows.nth(1).getByRole("checkbox").focus();
    await page.keyboard.press("Space");
    await rows.nth(2).getByRole("checkbox").focus();
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Erase 2 selected" }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await askedFor(person)).length).toBe(3);
    expect(collector.erased).toEqual([]);

    // Not acknowledged: tried again, and the page says so.
    collector.answer = { status: 200, body: "<p>Sign in</p>" };
    await letTimePass(person, 72 * hour);
    await expect(page.getByText("not confirmed in 1 try").first()).toBeVisible();
    expect(await askedFor(person)).toHaveLength(3);

    // All that is left, with what is here: the keys outlive it.
    await person.section("export");
    await expect(page.getByTestId("progress")).toContainText("0 of 3 confirmed");
    await page.getByRole("button", { name: "Erase both" }).click();
    await expect(page.getByRole("dialog")).toContainText("the shipments that left (1)");
    await page.getByRole("button", { name: "Erase both for good" }).click();
    await expect(page.getByText("Everything here is erased. The keys")).toBeVisible();
    expect(await person.rows("trajectories")).toEqual([]);
    expect((await askedFor(person)).sort()).toEqual(collector.shipped.toSorted());
    const all = await keys(person);

    // Also after the agreement is withdrawn.
    await page.getByRole("complementary").getByRole("button", { name: "Withdraw" }).click();
    await page.getByRole("button", { name: "Withdraw and erase" }).click();
    await expect.poll(async () => (await person.receipts()).at(-1)?.answer).toBe("withdrawn");
    collector.answer = eraseAcknowledged;
    collector.erased = [];
    await letTimePass(person, 150 * hour);
    await letTimePass(person, 160 * hour);
    await expect(page.getByTestId("progress")).toContainText("4 of 4 confirmed");
    const sent = collector.erased.map(({ body }) => JSON.parse(body) as unknown);
    expect(sent).toHaveLength(4);
    for (const { key } of all.values()) expect(sent).toContainEqual({ format: "tooltrail-erase/1", key });
    for (const { head } of collector.erased) {
      expect(head.split("\n")[0]).toBe("POST /v1/erase");
      expect(head).not.toMatch(/cookie|referer/i);
      for (const { key } of all.values()) expect(head).not.toContain(key);
    }
    await person.section("shipped");
    await expect(page.getByText("erased, confirmed")).toHaveCount(4);

    // When the collector has expired the week itself, nothing of it is left here either.
    await letTimePass(person, 28 * 7 * 24 * hour);
    await expect.poll(async () => (await keys(person)).size).toBe(0);
    await expect(page.getByText("Nothing has left this browser")).toBeVisible();
  } finally {
    await collector.close();
  }
});
