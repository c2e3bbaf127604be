// What an older version stored is there after the update, and what a newer one stored is left alone, in a real browser.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";
import { Person } from "./person.ts";
import { type StoredExample, storedInPage } from "./stored-in-page.ts";
import { UpdatableBuild } from "./updatable-build.ts";

const folderOf = join("lib", "store", "stored");
const examples = readdirSync(folderOf)
  .sort()
  .map((file) => JSON.parse(readFileSync(join(folderOf, file), "utf8")) as StoredExample);
const newest = examples.at(-1)!;

for (const example of examples)
  test(`what version ${example.version / 10} of the database held is there`, async ({ folder }) => {
    const build = new UpdatableBuild(folder);
    const id = await build.held(example);
    const context = await build.start();
    try {
      const person = await Person.at(context, id);
      await expect(person.options).toHaveURL(/#data$/);
      const after = await person.options.evaluate(storedInPage);
      expect(after.version).toBe(newest.version);
      expect(Object.keys(after.tables).sort()).toEqual(Object.keys(newest.tables).sort());
      // What time brings may have ended the rest by now: it is a year later, perhaps.
      for (const table of ["receipts", "tools"])
        expect(after.tables[table]!.rows).toEqual(example.tables[table]!.rows);
      const about = await person.section("tools");
      await expect(about.getByText("Flows").first()).toBeVisible();
    } finally {
      await context.close();
    }
  });

test("a database from a newer version: the page says so, nothing is recorded, nothing is lost", async ({
  folder,
}) => {
  const newer = { ...newest, version: newest.version + 10 };
  const build = new UpdatableBuild(folder);
  const id = await build.held(newer);
  const context = await build.start();
  try {
    const person = await Person.at(context, id);
    for (const section of ["notice", "data", "export"] as const) {
      const page = await person.section(section);
      await page.reload();
      await expect(page.getByRole("heading", { name: "Your data is from a newer Tooltrail" })).toBeVisible();
      await expect(page.getByText("all of it stays as it is")).toBeVisible();
    }
    expect(await person.options.evaluate(() => chrome.scripting.getRegisteredContentScripts())).toEqual([]);
    const after = await person.options.evaluate(storedInPage);
    expect(after).toEqual(newer);
  } finally {
    await context.close();
  }
});
