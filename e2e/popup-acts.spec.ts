// What a person does from the popup: forget and undo, begin and end a task, look at what was just recorded.
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { vocabularyLabel } from "./node-red-editor.ts";
import type { Person } from "./person.ts";
import { opensPopup, says } from "./popup-page.ts";
import { clicksRows, opens, visits } from "./work.ts";

const button = (popup: Page, name: string) => popup.getByRole("button", { name, exact: true });

interface Head {
  id: string;
  task?: { index: number; outcome?: string; said: string };
}
const heads = (person: Person) => person.rows<Head>("trajectories");

test("the last minutes are forgotten at once, and brought back by the keyboard within ten seconds", async ({
  person,
  site,
}) => {
  await person.agrees();
  const tool = await opens(person, site);
  await clicksRows(person, tool, [0, 1]);
  const popup = await opensPopup(person, tool);
  await expect(popup.getByRole("listitem").filter({ hasText: "Clicked" })).toHaveCount(2);
  await button(popup, "5 minutes").focus();
  await popup.keyboard.press("Enter");
  await expect(popup.getByText(/^Forgotten: 3 steps of the last 5 minutes\./)).toBeVisible();
  await expect(popup.getByRole("listitem").filter({ hasText: "Clicked" })).toHaveCount(0);
  // A popup that was closed and opened anew still offers it.
  await popup.reload();
  await button(popup, "60 minutes").focus();
  await popup.keyboard.press("Tab");
  await expect(button(popup, "Undo")).toBeFocused();
  await popup.keyboard.press("Enter");
  await expect(popup.getByText("Undone. Nothing was deleted.")).toBeVisible();
  await expect(popup.getByRole("heading", { name: "Forget the last" })).toBeFocused();
  await expect(popup.getByRole("listitem").filter({ hasText: "Clicked" })).toHaveCount(2);
  expect(await person.steps()).toHaveLength(3);
});

test("what is not undone is gone for good after ten seconds", async ({ person, site }) => {
  await person.agrees();
  const tool = await opens(person, site);
  await clicksRows(person, tool, [0]);
  const popup = await opensPopup(person, tool);
  await button(popup, "15 minutes").last().click();
  await expect(button(popup, "Undo")).toBeVisible();
  await expect(button(popup, "Undo")).toBeHidden({ timeout: 20_000 });
  await expect.poll(() => person.steps()).toEqual([]);
});

test("a task of the tool's catalogue is found by words, begun, and ended with how it came out", async ({
  person,
  site,
}) => {
  await person.agrees();
  await person.adds(site.url, { vocabulary: vocabularyLabel });
  const tool = await visits(person, site);
  const popup = await opensPopup(person, tool);
  await popup.getByText("What are you about to do?").click();
  await expect(popup.getByText("6 tasks of Board")).toBeVisible();
  await popup.getByRole("searchbox", { name: "Filter" }).fill("deploy change");
  await expect(popup.getByText("1 task of Board")).toBeVisible();
  await button(popup, "Change a flow and deploy it").press("Enter");
  await expect(popup.getByRole("status").first()).toContainText("Change a flow and deploy it");
  await expect(popup.getByRole("heading", { name: "How did it end?" })).toBeVisible();
  await clicksRows(person, tool, [2]);
  await expect
    .poll(async () => (await heads(person)).some(({ task }) => task?.said === "started"))
    .toBe(true);
  await button(popup, "Partly").click();
  await expect(popup.getByText("The task is over.")).toBeVisible();
  await expect(popup.getByText("What are you about to do?")).toBeVisible();
  const outcomes = (await heads(person)).flatMap(({ task }) => (task ? [task.outcome] : []));
  expect(outcomes).toEqual(["partly"]);
});

test("what was just recorded is one press away, and a pause stops it in the page", async ({
  person,
  site,
}) => {
  await person.agrees();
  const tool = await opens(person, site);
  await clicksRows(person, tool, [0]);
  const popup = await opensPopup(person, tool);
  const [open] = await heads(person);
  const link = popup.getByRole("link", { name: "See it in My data" });
  await expect(link).toHaveAttribute("href", `/options.html#data/${open!.id}`);
  const stored = (await person.steps()).length;
  await button(popup, "15 minutes").first().click();
  await says(popup, "Paused for 15 minutes");
  await tool.getByRole("button", { name: "Open 1" }).click();
  await button(popup, "Resume now").click();
  await says(popup, "Recording in Board");
  await clicksRows(person, tool, [2]);
  expect(await person.steps()).toHaveLength(stored + 1);
});
