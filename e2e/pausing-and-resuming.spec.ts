// A pause records nothing in any open page; resuming goes on in the same pages.
import { expect, test } from "./fixtures.ts";
import { clicksRows, opens } from "./work.ts";

test("what is done in a pause is not stored; after it the open pages record again", async ({
  person,
  site,
}) => {
  await person.agrees();
  const tool = await opens(person, site);
  await clicksRows(person, tool, [0]);
  const stored = await person.steps();
  const options = await person.section("data");
  await options.getByRole("button", { name: "Pause" }).click();
  await expect(options.getByText("Nothing is recorded in any tool.")).toBeVisible();
  await tool.getByRole("button", { name: "Open 1" }).click();
  await options.getByRole("button", { name: "Resume now" }).click();
  await expect(options.getByText("Nothing is recorded in any tool.")).toBeHidden();
  await clicksRows(person, tool, [2]);
  expect(await person.steps()).toHaveLength(stored.length + 1);
});

test("removing one tool does not end recording in another", async ({ person, site }) => {
  await person.agrees();
  await person.adds("http://127.0.0.1:9/", { name: "Another" });
  const tool = await opens(person, site);
  await clicksRows(person, tool, [0]);
  const options = await person.section("tools");
  await options.getByRole("article", { name: "Another" }).getByRole("button", { name: "Remove" }).click();
  await expect(options.getByText("Another is removed")).toBeVisible();
  await clicksRows(person, tool, [1]);
});
