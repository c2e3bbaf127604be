// In Firefox too a person answers, adds a tool, is recorded, looks, deletes and undoes, pauses, exports and withdraws.
import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { unzipSync } from "fflate";
import { Firefox, firefoxBuild } from "./firefox.ts";
import { removeProfile } from "./remove-profile.ts";
import { type Site, startSite } from "./site.ts";

let firefox: Firefox;
let site: Site;
let downloads: string;

test.beforeEach(async () => {
  test.setTimeout(120_000);
  downloads = await mkdtemp(join(tmpdir(), "tooltrail-downloads-"));
  site = await startSite();
  firefox = await Firefox.start(firefoxBuild, downloads);
});
test.afterEach(async () => {
  await firefox.close();
  await site.close();
  await removeProfile(downloads);
});

const stored = async () =>
  (await firefox.rows<{ count: number }>("totals")).reduce((sum, { count }) => sum + count, 0);
const answers = async () =>
  (await firefox.rows<{ at: number; answer: string }>("receipts"))
    .sort((a, b) => a.at - b.at)
    .map(({ answer }) => answer);
const says = (text: string) => firefox.options.locator(`::-p-text(${text})`).wait();

/** Opens the tool, and clicks in it; `records`: its load is stored, which shows that it is recorded. */
async function works(records: boolean): Promise<void> {
  const before = await stored();
  const page = await firefox.browser.newPage();
  await page.goto(site.url);
  if (records) await expect.poll(stored).toBe(before + 1);
  await page.locator(".row").click();
  if (records) await expect.poll(stored).toBe(before + 2);
  await page.close();
}

async function agreesAndAdds(): Promise<void> {
  for (const kind of ["Clicks", "Changing pages"]) await firefox.clicks("switch", kind);
  await firefox.clicks("button", "Agree");
  await says("You agreed");
  await firefox.section("tools");
  await firefox.fills("Address", site.url);
  await firefox.fills("Name", "Board");
  await firefox.clicks("button", "Add tool");
  await firefox.options.waitForSelector("article.tool");
}

test("in Firefox steps are looked at, deleted and brought back; a pause records nothing, and ends", async () => {
  await firefox.clicks("button", "Decline");
  await says("You declined.");
  await agreesAndAdds();
  expect(await answers()).toEqual(["declined", "agreed", "agreed"]);
  await works(true);
  await firefox.section("data");
  const sentences = async () => (await firefox.sentences()).map((said) => said.split(" ")[0]);
  await expect.poll(sentences).toEqual(["Opened", "Clicked"]);
  await firefox.clicks("button", "Delete step 1");
  await expect.poll(sentences).toEqual(["Clicked"]);
  await firefox.clicks("button", "Undo");
  await expect.poll(sentences).toEqual(["Opened", "Clicked"]);

  await firefox.popup();
  await firefox.clicks("button", "1 hour");
  await says("Paused for 1 hour");
  await works(false);
  expect(await stored()).toBe(2);
  await firefox.options.bringToFront();
  await firefox.clicks("button", "Resume now");
  await says("Not recording here");
  await works(true);
});

test("in Firefox what is stored is exported, and withdrawing erases it and stops", async () => {
  await agreesAndAdds();
  await works(true);
  await firefox.section("export");
  await firefox.clicks("button", "Export my data");
  await says("Saved as");
  const zips = async () => (await readdir(downloads)).filter((name) => name.endsWith(".zip"));
  await expect
    .poll(async () => ((await zips()).length === 1 ? await readdir(downloads) : []))
    .toHaveLength(1);
  const files = unzipSync(await readFile(join(downloads, (await zips())[0]!)));
  const trajectory = JSON.parse(new TextDecoder().decode(files["trajectories.jsonl"]));
  expect(trajectory.steps.map(({ step }: { step: { kind: string } }) => step.kind)).toEqual([
    "navigate",
    "click",
  ]);

  await firefox.options.locator("aside .btn.erase").click();
  await firefox.options.locator("dialog[open] .btn.erase").click();
  await expect.poll(answers).toEqual(["agreed", "agreed", "withdrawn"]);
  await expect.poll(stored).toBe(0);
  await works(false);
  expect(await stored()).toBe(0);
  expect(await firefox.rows("trajectories")).toEqual([]);
});
