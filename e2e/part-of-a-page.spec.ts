// A page of nobody's with a frame of a tool in it: toolbar and popup say that a part of it is recorded, as long as it is.
import { expect, test } from "./fixtures.ts";
import type { Person } from "./person.ts";
import { opensPopup, says } from "./popup-page.ts";
import { startSite } from "./site.ts";

/** Badge and title of the tab with that address. */
const shownAt = (person: Person, url: string): Promise<[string, string] | undefined> =>
  person.options.evaluate(async (address) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url === address);
    if (!tab) return undefined;
    const of = { tabId: tab.id! };
    return [await chrome.action.getBadgeText(of), await chrome.action.getTitle(of)] as [string, string];
  }, url);

const part = ["on", "Tooltrail: records in a part of this page, Board"];
const nothing = ["", "Tooltrail: this page is in none of your tools, nothing is recorded"];

test("a frame of a tool in a page of nobody's is said on toolbar and popup, until it is gone", async ({
  person,
  site,
}) => {
  const around = await startSite({
    "/": `<h1>Intranet</h1><iframe src="${site.url}"></iframe>`,
    "/next": "Next",
  });
  // Another origin, and in no tool.
  const outside = around.url.replace("127.0.0.1", "localhost");
  try {
    await person.agrees();
    await person.adds(site.url);
    const page = await person.context.newPage();
    await page.goto(outside);
    await expect.poll(() => shownAt(person, outside)).toEqual(part);
    const before = (await person.steps()).length;
    await page.frameLocator("iframe").getByRole("button", { name: "Open 1", exact: true }).click();
    await expect.poll(async () => (await person.steps()).length).toBeGreaterThan(before);

    const popup = await opensPopup(person, page);
    await says(popup, "A part of this page is recorded");
    await expect(popup.getByRole("status").first()).toContainText("It shows Board, a tool on your list.");
    // The page takes the frame out.
    await page.evaluate(() => document.querySelector("iframe")!.remove());
    await says(popup, "Not recording here");
    await expect.poll(() => shownAt(person, outside)).toEqual(nothing);

    // A worker that was not there when the frame began knows of it, and so does one when it goes with its page.
    await page.reload();
    await expect.poll(() => shownAt(person, outside)).toEqual(part);
    await says(popup, "A part of this page is recorded");
    await page.goto(`${outside}next`);
    await says(popup, "Not recording here");
    await expect.poll(() => shownAt(person, `${outside}next`)).toEqual(nothing);
  } finally {
    await around.close();
  }
});
