// The toolbar says of every tab whether it is recorded, before the first step is stored and at once after a change.
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import type { Person } from "./person.ts";
import { clicksRows, opens } from "./work.ts";

/** Issue 5's bound, in milliseconds. */
const atOnce = 200;

/** What the toolbar shows in a tab of this address; undefined while there is none. */
const badgeAt = (person: Person, url: string): Promise<string | undefined> =>
  person.options.evaluate(async (address) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url?.startsWith(address));
    return tab && chrome.action.getBadgeText({ tabId: tab.id! });
  }, url);

interface Seen {
  /** When the badge first had the text, and when the row was first there. */
  badge: number;
  row: number;
}

/** Watches badge and store without a pause until both are seen. Begun before the change, awaited after it. */
const watches = (
  options: Page,
  at: { url: string; text: string; store: string; key?: string },
): Promise<Seen> =>
  options.evaluate(async ({ url, text, store, key }) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((yes, no) => {
        request.onsuccess = () => yes(request.result);
        request.onerror = () => no(request.error);
      });
    const database = await done(indexedDB.open("tooltrail"));
    const isThere = async () => {
      const rows = database.transaction(store).objectStore(store);
      return (await done(key === undefined ? rows.count() : rows.count(key))) > 0;
    };
    const seen: Partial<Seen> = {};
    while (seen.badge === undefined || seen.row === undefined) {
      // The row first: a badge that was there before it is then never seen as later.
      if (seen.row === undefined && (await isThere())) seen.row = performance.now();
      const tab = (await chrome.tabs.query({})).find((one) => one.url?.startsWith(url));
      const badge = tab && (await chrome.action.getBadgeText({ tabId: tab.id! }));
      if (badge === text) seen.badge ??= performance.now();
    }
    database.close();
    return seen as Seen;
  }, at);

test("a recorded tab says so before its first step is stored, and no other tab does", async ({
  person,
  site,
}) => {
  await person.agrees();
  await person.adds(site.url);
  const seen = watches(person.options, { url: site.url, text: "on", store: "openSteps" });
  const tool = await person.context.newPage();
  await tool.goto(site.url);
  await tool.getByRole("button", { name: "Open 1", exact: true }).click();
  const { badge, row } = await seen;
  expect(badge).toBeLessThanOrEqual(row);
  // The same server under another name is another origin, and in no tool.
  const other = site.url.replace("127.0.0.1", "localhost");
  const outside = await person.context.newPage();
  await outside.goto(other);
  await expect.poll(() => badgeAt(person, other)).toBe("");
  // It goes with the address, to and fro in one tab.
  await tool.goto(`${other}next`);
  await expect.poll(() => badgeAt(person, `${other}next`)).toBe("");
  await tool.goBack();
  await expect.poll(() => badgeAt(person, site.url)).toBe("on");
});

test("a pause and its end are shown at once", async ({ person, site }) => {
  await person.agrees();
  const tool = await opens(person, site);
  await clicksRows(person, tool, [0, 1, 2]);
  const options = await person.section("data");
  const at = { url: site.url, text: "II", store: "settings", key: "pause" };
  const seen = watches(options, at);
  await options.getByRole("button", { name: "Pause" }).click();
  const { badge, row } = await seen;
  expect(badge - row).toBeLessThanOrEqual(atOnce);
  await options.getByRole("button", { name: "Resume now" }).click();
  await expect.poll(() => badgeAt(person, site.url)).toBe("on");
});
