// The popup as a page of the same window, behind the tab that it speaks of.
import { expect, type Page } from "@playwright/test";
import type { Person } from "./person.ts";
import { writesRows } from "./writes-rows.ts";

/** Opens it in a tab, and comes back to the tool's: the popup speaks of the tab in front. */
export async function opensPopup(person: Person, tool: Page): Promise<Page> {
  const popup = await person.context.newPage();
  await popup.setViewportSize({ width: 360, height: 600 });
  await popup.goto(`chrome-extension://${person.id}/popup.html`);
  await tool.bringToFront();
  await expect(popup.getByRole("heading", { level: 1 })).toBeVisible();
  return popup;
}

/** The line of truth. */
export const says = (popup: Page, title: string | RegExp): Promise<void> =>
  expect(popup.getByRole("heading", { level: 1 })).toHaveText(title);

type Row = { key: string } & Record<string, unknown>;

/** Puts a row among the settings, as only a company or a disk could. A policy then stays, whatever the browser says. */
export async function comesToBe(person: Person, row: Row): Promise<void> {
  if (row.key === "policy") await person.options.evaluate(() => chrome.storage.local.set({ laidDown: true }));
  await writesRows(person, { settings: [row] });
}

/** A policy of the company, as it is kept once it was read. */
export const policyRow = (policy: Record<string, unknown>, since = Date.now()): Row => ({
  key: "policy",
  policy: { good: { policy, since }, emptySince: null, refused: null },
});
