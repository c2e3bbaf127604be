// With the file of its erase keys somebody can erase what was shipped also when this browser's record is gone.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { EraseKey } from "../schemas/queue.ts";
import { expect, test } from "./fixtures.ts";
import { allThatLeaves } from "./person.ts";
import { clicksRows, finishes, opens, shipsNow, states } from "./work.ts";

test("the erase keys are saved as a file of their own, also where all else is about to be erased", async ({
  person,
  site,
  collector,
}) => {
  await person.agrees(allThatLeaves);
  const board = await opens(person, site);
  let page = await person.section("export");
  // Nothing can be erased before anything has left.
  await expect(page.getByRole("button", { name: "Save only the erase keys" })).toBeDisabled();

  await clicksRows(person, board, [0, 1]);
  await finishes(person);
  await shipsNow(person);
  await expect.poll(() => states(person)).toEqual(["shipped"]);
  page = await person.section("export");
  const saves = async (name: string): Promise<EraseKey[]> => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^tooltrail-erase-keys-\d{4}-\d{2}-\d{2}\.json$/);
    return JSON.parse(await readFile(await download.path(), "utf8")) as EraseKey[];
  };
  const keys = await saves("Save only the erase keys");
  expect(keys).toEqual(await person.rows("eraseKeys"));
  const [shipped] = collector.shipments();
  const { key } = keys.find(({ shipment }) => shipment === shipped!.id)!;
  const tag = createHash("sha256").update(`tt-erase-v1${key}`).digest("base64url");
  expect(shipped!.shipment.eraseTag).toBe(tag);

  await page.getByRole("button", { name: "Erase everything here" }).click();
  expect(await saves("Save the erase keys as a file first")).toEqual(keys);
  await page.getByRole("button", { name: "Erase for good" }).click();
  await expect(page.getByText("Everything here is erased. Your erase keys are kept.")).toBeVisible();
  expect(await person.rows("eraseKeys")).toMatchObject(keys);
  expect(await person.rows("trajectories")).toEqual([]);
});
