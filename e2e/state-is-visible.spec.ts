// The toolbar says of every tab whether it is recorded, before the first step is stored and at once after a change.
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { isHeard } from "./is-heard.ts";
import type { Person } from "./person.ts";
import { comesToBe, policyRow } from "./popup-page.ts";
import { clicksRows, opens } from "./work.ts";

/** Issue 5's bound, in milliseconds. */
const atOnce = 200;

/** What the toolbar shows in a tab of this address; undefined while there is none. */
const badgeAt = (person: Person, url: string): Promise<string | undefined> =>
  person.options.evaluate(async (address) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url?.startsWith(address));
    return tab && chrome.action.getBadgeText({ tabId: tab.id! });
  }, url);

/** Badge and title of that tab. */
const shownAt = (person: Person, url: string): Promise<[string, string] | undefined> =>
  person.options.evaluate(async (address) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url?.startsWith(address));
    if (!tab) return undefined;
    const of = { tabId: tab.id! };
    return [await chrome.action.getBadgeText(of), await chrome.action.getTitle(of)] as [string, string];
  }, url);

interface Seen {
  /** When the badge first had the text, and when the store first had so many rows. */
  badge: number;
  row: number;
}

/** Watches badge and store without a pause until both are seen. Begun before the change, awaited after it. */
const watches = (
  options: Page,
  at: { url: string; text: string; store: string; key?: string; rows?: number },
): Promise<Seen> =>
  options.evaluate(async ({ url, text, store, key, rows }) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((yes, no) => {
        request.onsuccess = () => yes(request.result);
        request.onerror = () => no(request.error);
      });
    const database = await done(indexedDB.open("tooltrail"));
    const isThere = async () => {
      const all = database.transaction(store).objectStore(store);
      const count = await done(key === undefined ? all.count() : all.count(key));
      return rows === undefined ? count > 0 : count === rows;
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
  await isHeard(tool, person);
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
  const resumed = watches(options, { ...at, text: "on", rows: 0 });
  await options.getByRole("button", { name: "Resume now" }).click();
  const after = await resumed;
  expect(after.badge - after.row).toBeLessThanOrEqual(atOnce);
});

test("withdrawing, and an answer that is given anew, are shown at once", async ({ person, site }) => {
  await person.agrees();
  const tool = await opens(person, site);
  await clicksRows(person, tool, [0]);
  // Who watches is busy with nothing else: a page that draws all of "My data" anew sees the badge late.
  await person.section("about");
  const at = { url: site.url, store: "receipts" };
  const withdrawn = watches(person.options, { ...at, text: "", rows: 2 });
  await asks(person, "consent.withdraw", {});
  const { badge, row } = await withdrawn;
  expect(badge - row).toBeLessThanOrEqual(atOnce);
  expect(await shownAt(person, site.url)).toEqual([
    "",
    "Tooltrail: nothing is recorded, you have not agreed",
  ]);
  const agreed = watches(person.options, { ...at, text: "on", rows: 3 });
  await asks(person, "consent.agree", { kinds: ["click"] });
  const again = await agreed;
  expect(again.badge - again.row).toBeLessThanOrEqual(atOnce);
});

const asks = (person: Person, name: string, request: object): Promise<unknown> =>
  person.options.evaluate((message) => chrome.runtime.sendMessage(message), { name, request });

test("what holds recording back has a badge and a title of its own in each tab", async ({ person, site }) => {
  await person.agrees();
  await opens(person, site);
  await person.section("data");
  const isShown = async (badge: string, title: string) => {
    // Something that the person says lets the toolbar be painted anew, and reads no policy.
    await asks(person, "profile.shared", { shared: false });
    await expect.poll(() => shownAt(person, site.url)).toEqual([badge, `Tooltrail: ${title}`]);
  };
  await isShown("on", "records in Board");
  const [tool] = await person.rows<{ id: string }>("tools");
  await asks(person, "tool.narrow", { tool: tool!.id, exclude: ["/"] });
  await isShown("held", "this part of the tool is left out, nothing is recorded");
  await asks(person, "tool.narrow", { tool: tool!.id });
  await isShown("on", "records in Board");
  await comesToBe(person, policyRow({ forbiddenHosts: ["127.0.0.1"] }));
  await isShown("held", "held by your company's policy, nothing is recorded");
  await comesToBe(person, policyRow({ profile: "never" }));
  await isShown("held", "held by your company's policy, nothing is recorded");
  await comesToBe(person, policyRow({ stop: true }));
  await isShown("stop", "stopped by your company, nothing is recorded");
  await comesToBe(person, policyRow({}));
  await isShown("on", "records in Board");
  await person.options.evaluate(() => chrome.storage.local.set({ diskFull: { since: 1, dropped: 1 } }));
  await isShown("full", "stopped, the disk space is used up");
  await person.options.evaluate(() => chrome.storage.local.remove("diskFull"));
  await asks(person, "tool.remove", { tool: tool!.id });
  await isShown("", "this page is in none of your tools, nothing is recorded");
});
