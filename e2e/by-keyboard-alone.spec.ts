// From the notice to the export without a mouse: each control is reached by Tab, and seen when it has the focus.
import { readFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import { presses, tabsTo, writes } from "./by-keys.ts";
import { expect, test } from "./fixtures.ts";
import { isHeard } from "./is-heard.ts";
import { vocabularyLabel } from "./node-red-editor.ts";

test("agree, add a tool, record, look, delete, undo and export by the keyboard alone", async ({
  person,
  site,
}) => {
  test.setTimeout(120_000);
  const page = person.options;
  await page.bringToFront();
  const main = page.getByRole("main");
  const link = (name: string) => page.getByRole("navigation").getByRole("link", { name, exact: true });
  const button = (name: string) => main.getByRole("button", { name, exact: true });

  // The notice opened by itself.
  await presses(page, page.getByRole("switch", { name: "Clicks" }), "Space");
  await presses(page, page.getByRole("switch", { name: "Changing pages" }), "Space");
  await presses(page, button("Agree"), "Enter");
  await expect(page.getByText("You agreed").first()).toBeVisible();

  await tabsTo(page, main.getByRole("link", { name: "Add a tool" }), { back: true });
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Tools" })).toBeVisible();
  await writes(page, page.getByLabel("Address"), site.url);
  await writes(page, page.getByLabel("Name", { exact: true }), "Board");
  const vocabulary = page.getByLabel("Vocabulary");
  await tabsTo(page, vocabulary);
  await page.keyboard.press("ArrowDown");
  await expect(vocabulary.locator("option:checked")).toHaveText(vocabularyLabel);
  await presses(page, button("Add tool"), "Enter");
  await expect(page.getByText("Board is added.")).toBeVisible();

  const tool = await person.context.newPage();
  await tool.goto(site.url);
  await isHeard(tool, person);
  for (const name of ["Deploy", "Open 2"]) {
    await tool.getByRole("button", { name }).focus();
    await tool.keyboard.press("Enter");
  }
  await expect.poll(async () => (await person.steps()).filter(({ kind }) => kind === "click").length).toBe(2);
  const stored = (await person.steps()).length;

  await page.bringToFront();
  await presses(page, link("My data"), "Enter");
  const steps = page.getByTestId("step");
  await expect(steps).toHaveCount(stored);
  // The days are one stop, and the arrows go from day to day.
  const days = page.getByRole("group", { name: /Show the trajectories of a day/ }).getByRole("radio");
  await tabsTo(page, days.first());
  await page.keyboard.press("ArrowRight");
  await expect(days.nth(1)).toBeChecked();
  await expect(page.getByText(/Nothing is stored of/)).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(steps).toHaveCount(stored);

  await presses(page, page.getByRole("checkbox", { name: "Select step 1" }), "Space");
  await presses(page, page.getByRole("button", { name: "Delete 1 selected step" }), "Enter");
  await expect(steps).toHaveCount(stored - 1);
  // What had the focus is gone: Undo has it now.
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(steps).toHaveCount(stored);
  await presses(page, page.getByRole("button", { name: "Delete step 2" }), "Enter");
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
  await expect(steps).toHaveCount(stored);
  // The keyboard is where it was, in the row that came back.
  await expect(page.getByRole("button", { name: "Delete step 2" })).toBeFocused();
  expect(await person.steps()).toHaveLength(stored);

  // Nobody could answer the browser's question for a place, so there is none to ask.
  await page.evaluate(() => Reflect.deleteProperty(globalThis, "showSaveFilePicker"));
  await presses(page, link("Export and erase"), "Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Export and erase" })).toBeVisible();
  const downloads = page.waitForEvent("download");
  await presses(page, button("Export my data"), "Enter");
  const files = unzipSync(await readFile(await (await downloads).path()));
  const [trajectory] = new TextDecoder().decode(files["trajectories.jsonl"]).split("\n");
  expect(JSON.parse(trajectory!).steps).toHaveLength(stored);
});
