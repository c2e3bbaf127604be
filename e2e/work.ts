// The beginning that many specs share: agreed, a tool on the list and open, something recorded in it.
import { expect, type Locator, type Page } from "@playwright/test";
import { isHeard } from "./is-heard.ts";
import type { Person } from "./person.ts";
import type { Site } from "./site.ts";

export interface StoredShipment {
  id: string;
  trajectory: string;
  state: "waiting" | "shipped" | "rejected";
  bytes: string;
  attempts: number;
  readyAt: number;
  nextTryAt: number;
  tools: string[];
}

export const hour = 3_600_000;
export const minute = 60_000;

/** Lists the tool and opens it. Returns once the page records, which its own load shows. */
export async function opens(person: Person, site: Site, name: string = "Board"): Promise<Page> {
  await person.adds(site.url, { name });
  return visits(person, site);
}

/** Opens a tool that is on the list already, in a tab of its own, and waits until it records. */
export async function visits(person: Person, site: Site): Promise<Page> {
  const before = (await person.steps()).length;
  const page = await person.context.newPage();
  await page.goto(site.url);
  await storesMore(person, before);
  return page;
}

/** Waits until there are more steps than before. */
export const storesMore = (person: Person, before: number): Promise<void> =>
  expect.poll(async () => (await person.steps()).length).toBeGreaterThan(before);

/** Clicks the rows with these numbers once the page records, and waits until each click is stored. */
export async function clicksRows(person: Person, page: Page, rows: readonly number[]): Promise<void> {
  const clicks = async () => (await person.steps()).filter(({ kind }) => kind === "click").length;
  const before = await clicks();
  await page.bringToFront();
  await isHeard(page, person);
  for (const row of rows) await page.getByRole("button", { name: `Open ${row}` }).click();
  await expect.poll(clicks).toBe(before + rows.length);
}

export const shipments = (person: Person): Promise<StoredShipment[]> =>
  person.rows<StoredShipment>("shipments");

export const states = async (person: Person): Promise<string[]> =>
  (await shipments(person)).map(({ state }) => state);

/** Unfolds a trajectory of "My data", unless it is open already. */
export async function unfolds(fold: Locator): Promise<void> {
  if ((await fold.getAttribute("open")) === null) await fold.locator("summary").first().click();
  await expect(fold).toHaveAttribute("open");
}

/** Ends the open trajectory as the person does; returns the shipment that waits then. */
export async function finishes(person: Person): Promise<StoredShipment> {
  const before = new Set((await shipments(person)).map(({ id }) => id));
  const page = await person.section("data");
  // The button can be found only where the fold that holds it is open.
  await unfolds(page.getByTestId("trajectory").filter({ hasText: "open, still growing" }));
  await page.getByRole("button", { name: "Finish this trajectory" }).click();
  await expect.poll(async () => (await shipments(person)).length).toBe(before.size + 1);
  return (await shipments(person)).find(({ id }) => !before.has(id))!;
}

/** Presses "Ship now" for the one shipment that waits. */
export async function shipsNow(person: Person): Promise<void> {
  const page = await person.section("data");
  await page.getByRole("button", { name: "Ship now" }).click();
}
