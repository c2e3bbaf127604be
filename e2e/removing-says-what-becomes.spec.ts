// Removing the extension opens a page that says what becomes of the data, and erases what was shipped by the saved keys.
import { expect, test } from "./fixtures.ts";
import { allThatLeaves } from "./person.ts";
import { clicksRows, finishes, opens, shipsNow, states } from "./work.ts";

test("who removed it erases what was shipped by the file of the erase keys, without the extension", async ({
  person,
  site,
  collector,
  context,
}) => {
  await person.agrees(allThatLeaves);
  const tool = await opens(person, site);
  await clicksRows(person, tool, [1, 2]);
  await finishes(person);
  await shipsNow(person);
  await expect.poll(() => states(person)).toEqual(["shipped"]);
  expect(collector.shipments()).toHaveLength(1);
  const keys = await person.rows("eraseKeys");

  const before = await person.section("export");
  await expect(before.getByRole("heading", { name: "If you remove Tooltrail" })).toBeVisible();
  const removed = context.waitForEvent("page", (page) => page.url().includes("erase.html"));
  // A moment later: its page goes with it.
  await person.options.evaluate(() => void setTimeout(() => chrome.management.uninstallSelf(), 100));
  const page = await removed;
  expect(page.url()).toBe(`http://127.0.0.1:${collector.port}/store/erase.html`);
  await expect(page.getByText("It is gone with the extension")).toBeVisible();
  await expect(page.getByText("It stays at the collector")).toBeVisible();

  const sent: { url: string; body: string }[] = [];
  page.on("request", (request) => sent.push({ url: request.url(), body: request.postData() ?? "" }));
  const gives = async (text: string) => {
    const file = { name: "erase-keys.json", mimeType: "application/json", buffer: Buffer.from(text) };
    await page.getByLabel("File of erase keys").setInputFiles(file);
    await page.getByRole("button", { name: "Erase", exact: true }).click();
  };
  await gives('{"not":"keys"}');
  await expect(page.getByRole("status")).toHaveText(/This is no file of erase keys/);
  expect(sent).toEqual([]);
  await gives(JSON.stringify(keys));
  await expect(page.getByRole("status")).toHaveText("Done: what these 1 keys belong to is erased.");
  expect(collector.shipments()).toHaveLength(0);
  // Only the key leaves: no shipment's name, no week, no file.
  const [{ key, shipment }] = keys as [{ key: string; shipment: string }];
  expect(sent.filter(({ body }) => body.includes(key))).toHaveLength(1);
  expect(sent.filter(({ body, url }) => `${url}${body}`.includes(shipment))).toEqual([]);
});
