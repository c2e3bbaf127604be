// My data: undone for ten seconds, a selection, a stretch that stays here, a task, the picture's days, a search.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures.ts";
import { allThatLeaves } from "./person.ts";
import { clicksRows, finishes, opens, shipments } from "./work.ts";

test("a step and a selection are deleted, undone by the keyboard, and final after ten seconds", async ({
  person,
  site,
}) => {
  test.setTimeout(120_000);
  await person.agrees(allThatLeaves);
  const tool = await opens(person, site);
  await clicksRows(person, tool, [0, 1, 2, 3]);
  await finishes(person);
  const page = await person.section("data");
  const steps = page.getByTestId("step");
  await expect(steps).toHaveCount(5);
  await page.getByRole("button", { name: "Delete step 2" }).click();
  await expect(steps).toHaveCount(4);
  await expect(page.getByRole("status").filter({ hasText: "1 step deleted" })).toBeVisible();
  // What had the keyboard is gone: Undo has it now.
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(steps).toHaveCount(5);
  // And now the row that came back.
  await expect(page.getByRole("button", { name: "Delete step 2" })).toBeFocused();
  expect((await person.steps()).length).toBe(5);

  await page.getByRole("checkbox", { name: "Select step 2" }).check();
  await page.getByRole("checkbox", { name: "Select step 4" }).click({ modifiers: ["Shift"] });
  await page.getByRole("button", { name: "Delete 3 selected steps" }).click();
  await expect(steps).toHaveCount(2);
  await expect(page.getByTestId("truth")).toContainText("2 steps are stored");
  await expect.poll(async () => (await person.steps()).length, { timeout: 25_000 }).toBe(2);
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
});

test("a stretch stays here and comes back; a day filters; a word finds its step; axe finds nothing", async ({
  person,
  site,
}) => {
  test.setTimeout(120_000);
  await person.agrees(allThatLeaves);
  const tool = await opens(person, site);
  await clicksRows(person, tool, [0, 1]);
  await finishes(person);
  const page = await person.section("data");
  const leaving = async () =>
    (JSON.parse((await shipments(person))[0]!.bytes) as { steps: object[] }).steps.length;
  expect(await leaving()).toBe(2);
  await page.getByRole("checkbox", { name: "Select step 2" }).check();
  await page.getByRole("button", { name: "Not how I usually work" }).click();
  await expect(page.getByText("It stays here and never leaves.")).toBeVisible();
  await expect(page.getByTestId("step").nth(1)).toContainText("stays here");
  await expect.poll(leaving).toBe(1);
  await page.getByRole("checkbox", { name: "Select step 2" }).check();
  await page.getByRole("button", { name: "How I usually work after all" }).click();
  await expect.poll(leaving).toBe(2);

  const days = page.getByRole("group", { name: /Show the trajectories of a day/ });
  await days.getByRole("radio").nth(1).check();
  await expect(page.getByText(/Nothing is stored of/)).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByTestId("trajectory")).toHaveCount(1);

  await page.getByLabel("Search steps").fill("clicked board");
  await page.keyboard.press("Enter");
  await expect(page.getByText("2 steps found; 3 of 3 steps were looked at.")).toBeVisible();
  await page.getByTestId("hit").first().getByRole("button").click();
  await expect(page.getByRole("checkbox", { name: "Select step 3" })).toBeFocused();

  for (const colorScheme of ["light", "dark"] as const) {
    // Colours change at once, so that none is looked at half way.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
});

test("the last minutes, a period and a tool are asked for with their count, and undone", async ({
  person,
  site,
}) => {
  await person.agrees(allThatLeaves);
  const tool = await opens(person, site);
  await clicksRows(person, tool, [0, 1]);
  const page = await person.section("data");
  const undo = async () => {
    await expect(page.getByTestId("truth")).toContainText("No step is stored");
    await page.keyboard.press("Control+z");
    await expect(page.getByTestId("truth")).toContainText("3 steps are stored");
  };
  await page.getByRole("button", { name: "Forget the last 5 minutes" }).click();
  await undo();
  await page.getByRole("button", { name: "Delete this period" }).click();
  await expect(page.getByRole("dialog")).toContainText("Delete 3 steps");
  await page.getByRole("button", { name: "Delete for good" }).click();
  await undo();
  await page.getByRole("button", { name: "Delete the steps in Board" }).click();
  await expect(page.getByRole("dialog")).toContainText("Delete all 3 steps in Board?");
  await page.getByRole("button", { name: "Delete for good" }).click();
  await undo();
  expect((await person.steps()).length).toBe(3);
  // The review window is lengthened, also for what waits.
  const { readyAt } = await finishes(person);
  await person.options.getByLabel("Time to look").selectOption({ label: "3 days" });
  await expect.poll(async () => (await shipments(person))[0]!.readyAt - readyAt).toBe(48 * 3_600_000);
});
