// The popup says in one line what is true of the tab in front, in every state, and offers what fits it.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { comesToBe, opensPopup, policyRow, says } from "./popup-page.ts";
import { opens, visits } from "./work.ts";

const button = (popup: Page, name: string) => popup.getByRole("button", { name, exact: true });

/** Nothing that axe finds, in both themes; nothing wider than the narrowest window. Then the tab is in front again. */
async function isSound(popup: Page, tab: Page): Promise<void> {
  const before = popup.viewportSize()!;
  await popup.setViewportSize({ width: 320, height: 600 });
  expect(await popup.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
    0,
  );
  await popup.setViewportSize(before);
  for (const colorScheme of ["light", "dark"] as const) {
    await popup.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page: popup }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
  // axe finishes in a tab of its own.
  await tab.bringToFront();
}

test("from nothing agreed to recorded, off scope, left out and paused", async ({ person, site }) => {
  const outside = await person.context.newPage();
  await outside.goto(site.url.replace("127.0.0.1", "localhost"));
  const popup = await opensPopup(person, outside);
  await says(popup, "Nothing is recorded");
  await expect(popup.getByRole("link", { name: "Read the notice" })).toBeVisible();
  await expect(button(popup, "1 hour")).toBeHidden();
  await isSound(popup, outside);

  await person.agrees();
  await outside.bringToFront();
  await says(popup, "Not recording here");
  const host = new URL(outside.url()).host;
  await expect(popup.getByRole("status").first()).toContainText(`${host} is not on your list`);
  const add = popup.getByRole("link", { name: "Add this tool" });
  await expect(add).toHaveAttribute(
    "href",
    `/options.html#tools/add/${encodeURIComponent(`http://${host}`)}`,
  );
  await isSound(popup, outside);

  const name = "Workplace requests and approvals of the European subsidiaries, second floor";
  const tool = await opens(person, site, name);
  await tool.bringToFront();
  await says(popup, `Recording in ${name}`);
  await expect(popup.getByText("You switched on: Clicks")).toBeVisible();
  await isSound(popup, tool);

  const [row] = await person.rows<{ id: string }>("tools");
  await person.options.evaluate(
    (id) => chrome.runtime.sendMessage({ name: "tool.narrow", request: { tool: id, exclude: ["/"] } }),
    row!.id,
  );
  await says(popup, `Held back in ${name}`);
  await expect(popup.getByText("You left out this part")).toBeVisible();

  await button(popup, "1 hour").click();
  await says(popup, "Paused for 1 hour");
  await isSound(popup, tool);
  await button(popup, "Until tomorrow").click();
  await says(popup, "Paused until tomorrow");
  await button(popup, "Until I resume").click();
  await says(popup, "Paused until you resume");
  await button(popup, "Resume now").click();
  await says(popup, `Held back in ${name}`);
});

test("what the company stops, holds or leaves out is said with its name", async ({ person, site }) => {
  await person.agrees();
  const tool = await opens(person, site);
  const popup = await opensPopup(person, tool);
  const isNow = async (policy: Record<string, unknown>, title: string, text: string) => {
    await comesToBe(
      person,
      policyRow({ company: "Norhaven", contact: "privacy@norhaven.example", ...policy }),
    );
    await popup.reload();
    await says(popup, title);
    await expect(popup.getByText(text)).toBeVisible();
    await expect(popup.getByText("privacy@norhaven.example")).toBeVisible();
  };
  const pattern = `${site.url}*`;
  await isNow({ stop: true }, "Norhaven stopped recording", "For everybody, since");
  await expect(button(popup, "1 hour")).toBeHidden();
  await expect(button(popup, "5 minutes")).toBeVisible();
  await isSound(popup, tool);
  await isNow({ profile: "never" }, "Held by your company's policy", "nothing is recorded in this profile");
  await isSound(popup, tool);
  await isNow({ forbiddenHosts: ["127.0.0.1"] }, "Held back in Board", "does not allow recording here");
  const exclusions = [{ pattern, paths: ["/"] }];
  await isNow({ exclusions }, "Held back in Board", "Your company's policy leaves out this part of Board");
  const refused = { at: Date.now(), why: [{ at: "tools", problem: "bad-value" }] };
  await comesToBe(person, { key: "policy", policy: { good: null, emptySince: null, refused } });
  await popup.reload();
  await says(popup, "Held by your company's policy");
  await expect(popup.getByText("The policy could not be read")).toBeVisible();
});

test("after a refusal the notice is not brought up for thirty days, and stays one press away", async ({
  person,
  site,
}) => {
  const notice = await person.section("notice");
  await notice.getByRole("button", { name: "Decline", exact: true }).click();
  await expect.poll(async () => (await person.receipts()).at(-1)?.answer).toBe("declined");
  const tool = await person.context.newPage();
  await tool.goto(site.url);
  const popup = await opensPopup(person, tool);
  await says(popup, "Nothing is recorded");
  const read = popup.getByRole("link", { name: "Read the notice" });
  await expect(read).toBeHidden();
  await expect(popup.getByRole("link", { name: "Notice", exact: true })).toBeVisible();
  await person.moveClock(31 * 24 * 3_600_000);
  await popup.reload();
  await expect(read).toBeVisible();
});

test("a full disk is said, and goes with the other window's tab", async ({ person, site }) => {
  await person.agrees();
  const tool = await opens(person, site);
  const popup = await opensPopup(person, tool);
  await person.options.evaluate(() =>
    chrome.storage.local.set({ diskFull: { since: Date.now(), dropped: 3 } }),
  );
  await says(popup, "Stopped, the disk is full");
  await isSound(popup, tool);
  await person.options.evaluate(() => chrome.storage.local.remove("diskFull"));
  await says(popup, "Recording in Board");
  const next = await visits(person, site);
  await next.goto("about:blank");
  await says(popup, "Not recording here");
  await expect(popup.getByRole("link", { name: "Add a tool" })).toHaveAttribute(
    "href",
    "/options.html#tools",
  );
});
