// Every page of the extension in turn, as it stands once it has read what it shows.
import { expect, type Page } from "@playwright/test";
import type { Person } from "./person.ts";

export const sectionNames = ["notice", "tools", "data", "shipped", "export", "about"] as const;
export type PageName = (typeof sectionNames)[number] | "popup";

/** Waits until the page has changed nothing for a moment: each part of it reads by itself. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        const quiet = () => setTimeout(done, 150);
        let timer = quiet();
        new MutationObserver(() => {
          clearTimeout(timer);
          timer = quiet();
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
  );

/** Unfolds what is folded. Of many alike a few: the trajectories that are folded, and the bytes of each shipment, stay so. */
export async function unfoldsAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    const folded = document.querySelectorAll<HTMLDetailsElement>("details:not(.trajectory)");
    for (const each of [...folded].slice(0, 8)) each.open = true;
  });
  await settled(page);
}

/** Shows a section of the options page. */
export async function shows(person: Person, name: (typeof sectionNames)[number]): Promise<Page> {
  const page = await person.section(name);
  await expect(page.locator(`main#${name} h1`)).toBeVisible();
  await settled(page);
  return page;
}

/** Shows the popup in a tab behind the one that it speaks of; whoever asks closes it. */
export async function showsPopup(person: Person, tab: Page): Promise<Page> {
  const popup = await person.context.newPage();
  await popup.goto(`chrome-extension://${person.id}/popup.html`);
  await tab.bringToFront();
  await expect(popup.getByRole("heading", { level: 1 })).toBeVisible();
  await settled(popup);
  return popup;
}

/** Shows one after the other; the popup speaks of `tab`. */
export async function eachPage(
  person: Person,
  tab: Page,
  look: (page: Page, name: PageName) => Promise<void>,
): Promise<void> {
  for (const name of sectionNames) await look(await shows(person, name), name);
  const popup = await showsPopup(person, tab);
  await look(popup, "popup");
  await popup.close();
}
