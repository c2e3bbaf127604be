import { expect, test } from "./fixtures.ts";
import { isHeard } from "./is-heard.ts";
import { allThatLeaves } from "./person.ts";

test("a click becomes a row at the collector, through agreement, scope and review", async ({
  person,
  site,
  collector,
}) => {
  await person.agrees(allThatLeaves);
  await person.adds(site.url);
  const tool = await person.context.newPage();
  await tool.goto(site.url);
  await isHeard(tool, person);
  await tool.getByLabel("Name").pressSequentially("abc def", { delay: 20 });
  await tool.getByRole("link", { name: "Next" }).click();
  await expect
    .poll(async () => (await person.steps()).map(({ kind }) => kind))
    .toEqual(expect.arrayContaining(["navigate", "click", "typing"]));
  await person.finishesAndShips();
  const [only] = collector.shipments();
  expect(only!.shipment.steps.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["click", "typing"]));
});
