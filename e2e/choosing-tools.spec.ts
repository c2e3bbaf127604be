// Which tools, which kinds in them and which parts of them: each act of the section Tools.

import { laysDown } from "./fake-policy.ts";
import { expect, test } from "./fixtures.ts";
import { isHeard } from "./is-heard.ts";
import { vocabularyLabel } from "./node-red-editor.ts";
import { withoutFaults } from "./without-faults.ts";

test("an address is checked while it is written, and says what it covers", async ({ person }) => {
  const page = await person.section("tools");
  const address = page.getByLabel("Address");
  for (const [written, says] of [
    ["<all_urls>", "This would cover every site you open"],
    ["https://*.corp.example", "This would cover several sites"],
    ["ftp://tool.example", "This is not a web page"],
    ["https://me:x@tool.example", "This would keep a user name or password"],
  ] as const) {
    await address.fill(written);
    await expect(page.getByRole("alert").filter({ hasText: says })).toBeVisible();
  }
  for (const [written, says] of [
    ["intranet", "This would mean another site in each network"],
    ["https://tool.example:99999", "no site has such a port"],
    ["co.uk", "what sites of many owners lie under"],
    ["https://github.io/x", "what sites of many owners lie under"],
    ["https://tool.example.", "Leave out the dot at the end"],
  ] as const) {
    // While it may still become right, nothing is said.
    await address.fill(written);
    await expect(page.getByText(says)).toHaveCount(0);
    await address.blur();
    await expect(page.getByRole("alert").filter({ hasText: says })).toBeVisible();
    await expect(address).toHaveAttribute("aria-invalid", "true");
  }
  for (const [written, ...says] of [
    ["https://tool.example:8443/x?y", "This covers https://tool.example:8443 and nothing else"],
    [
      "http://[2001:db8::7]:1880",
      "This covers http://[2001:db8::7]:1880 and",
      "It is a number",
      "not encrypted",
    ],
    ["https://bücher.example", "bücher.example is written xn--bcher-kva.example by the browser"],
    ["xn--bcher-kva.example", "bücher.example is written xn--bcher-kva.example by the browser"],
  ] as const) {
    await address.fill(written);
    for (const words of says) await expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();
    await expect(address).toHaveAttribute("aria-invalid", "false");
  }
  await address.fill("intranet");
  await page.getByRole("button", { name: "Add tool" }).click();
  await expect(page.getByText("This would mean another site")).toBeVisible();
  expect(await person.rows("tools")).toEqual([]);
});

test("the tab that was in front, and an address in the page's own, fill in the form", async ({
  person,
  site,
}) => {
  const { host, origin } = new URL(site.url);
  const tool = await person.context.newPage();
  await tool.goto(site.url);
  const page = await person.section("tools");
  await page.getByRole("button", { name: `The tab you came from: ${host}` }).click();
  await expect(page.getByLabel("Address")).toHaveValue(origin);
  await page.goto(
    `chrome-extension://${person.id}/options.html#tools/add/${encodeURIComponent("https://a.example/x")}`,
  );
  await expect(page.getByLabel("Address")).toHaveValue("https://a.example/x");
  await expect(page.getByText("This covers https://a.example and nothing else")).toBeVisible();
});

test("a kind that is switched off in a tool is not recorded there", async ({ person, site }) => {
  await person.agrees(["Clicks", "Scrolling"]);
  await person.adds(site.url);
  const tool = await person.context.newPage();
  await tool.goto(site.url);
  await isHeard(tool, person);
  const clicks = async () => (await person.steps()).filter(({ kind }) => kind === "click").length;
  await tool.getByRole("button", { name: "Open 1", exact: true }).click();
  await expect.poll(clicks).toBe(1);

  const page = await person.section("tools");
  const card = page.getByRole("article", { name: "Board" });
  await expect(card).toContainText("Recorded, as you agreed.");
  await card.getByText("2 of 13 kinds, nothing left out").click();
  await expect(card.getByRole("switch", { name: "Menus that open by pointing" })).toBeDisabled();
  // One right after the other: neither is lost.
  await card.getByRole("switch", { name: "Clicks" }).click();
  await card.getByRole("switch", { name: "Scrolling" }).click();
  await expect(page.getByText("Changed for Board.")).toBeVisible();
  await expect(card.getByText("0 of 13 kinds")).toBeVisible();
  await expect(card).toContainText("Every kind is off here.");
  const stored = async () => (await person.rows<{ kinds?: string[] }>("tools"))[0]!.kinds;
  await expect.poll(stored).not.toContain("scroll");
  expect(await stored()).not.toContain("click");
  await tool.bringToFront();
  await tool.getByRole("button", { name: "Open 2", exact: true }).click();

  await page.bringToFront();
  await card.getByRole("switch", { name: "Clicks" }).click();
  await card.getByRole("switch", { name: "Scrolling" }).click();
  await expect(card.getByText("2 of 13 kinds")).toBeVisible();
  // All of them is no narrowing.
  await expect.poll(stored).toBe(undefined);
  await tool.bringToFront();
  await tool.getByRole("button", { name: "Open 3", exact: true }).click();
  await expect.poll(clicks).toBe(2);
});

test("a part is left out until it is recorded again, and a page can be tried", async ({ person, site }) => {
  await person.agrees(["Clicks"]);
  await person.adds(site.url);
  const page = await person.section("tools");
  const card = page.getByRole("article", { name: "Board" });
  await card.getByText("nothing left out").click();
  const path = card.getByLabel("Leave out a part");
  await path.fill("https://mail.example/next");
  await card.getByRole("button", { name: "Leave out" }).click();
  await expect(card.getByText("it is another site")).toBeVisible();
  await path.fill("/");
  await path.press("Enter");
  await expect(card.getByText("This would leave out the whole tool")).toBeVisible();
  await path.fill("next");
  await path.press("Enter");
  await expect(card.getByText("1 part left out")).toBeVisible();
  const page1 = card.getByLabel("Try a page");
  await page1.fill(`${site.url}next?x=1`);
  await expect(card.getByText("This page is left out, by: /next")).toBeVisible();
  await page1.fill("/nextdoor");
  await expect(card.getByText("is not left out.")).toBeVisible();

  const tool = await person.context.newPage();
  await tool.goto(`${site.url}next`);
  await tool.getByRole("heading").click();
  await tool.goto(site.url);
  await isHeard(tool, person);
  await tool.getByRole("button", { name: "Open 1", exact: true }).click();
  await expect.poll(async () => (await person.steps()).length).toBe(1);

  await page.bringToFront();
  await card.getByRole("button", { name: "Record /next again" }).click();
  await expect(card.getByText("nothing left out")).toBeVisible();
});

test("what may be named in a tool can be read, searched and paged", async ({ person, site }) => {
  await person.adds(site.url, { vocabulary: vocabularyLabel });
  const page = await person.section("tools");
  await page.getByRole("button", { name: "What it may name here" }).click();
  const dialog = page.getByRole("dialog", { name: "What Tooltrail may name in Board" });
  await expect(dialog.getByRole("row")).toHaveCount(50);
  const [, all] = /\(([\d,]+)\)/.exec((await dialog.getByRole("option", { name: "All (" }).textContent())!)!;
  await dialog.getByRole("button", { name: "Next 50" }).click();
  await expect(dialog.getByText(`${all} strings, shown 51 to 100`)).toBeVisible();
  await dialog.getByLabel("Search").fill("deploy");
  await expect(dialog.getByRole("row").filter({ hasText: "Deploy" }).first()).toBeVisible();
  await dialog.getByLabel("Group").selectOption({ index: 5 });
  await dialog.getByLabel("Search").fill("no such string");
  await expect(dialog.getByText("Tooltrail cannot name it")).toBeVisible();
  await withoutFaults(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

test("a removed tool is recorded no more, says what stays, and takes a new answer", async ({
  person,
  site,
}) => {
  await person.agrees(["Clicks"]);
  await person.adds(site.url);
  const tool = await person.context.newPage();
  await tool.goto(site.url);
  await isHeard(tool, person);
  await tool.getByRole("button", { name: "Open 1", exact: true }).click();
  await expect.poll(async () => (await person.steps()).length).toBe(1);
  const page = await person.section("tools");
  await page.getByRole("button", { name: "Remove" }).click();
  const removed = page.getByRole("region", { name: "Removed from the list" });
  await expect(removed.getByText("1 step of it stays here.")).toBeVisible();
  expect((await person.receipts()).at(-1)?.tools).toEqual([]);
  await tool.bringToFront();
  await tool.getByRole("button", { name: "Open 2", exact: true }).click();

  await page.bringToFront();
  await removed.getByRole("button", { name: "Allow Board again" }).click();
  await expect(page.getByRole("article", { name: "Board" })).toContainText("Recorded, as you agreed.");
  await expect(removed).toHaveCount(0);
  expect((await person.receipts()).at(-1)?.tools).toHaveLength(1);
  expect(await person.steps()).toHaveLength(1);
});

test("the company's list is offered, its limits are said, and a tool of it is an answer of its own", async ({
  person,
  site,
}) => {
  await person.agrees(["Clicks", "Menus that open by pointing"]);
  const pattern = `${new URL(site.url).origin}/*`;
  const board = {
    alias: "Board",
    pattern,
    owner: "Platform",
    reason: "Agents learn to deploy",
    vocabulary: null,
  };
  const bank = { ...board, alias: "Payroll", pattern: "https://pay.corp.example/*" };
  await person.section("tools");
  await laysDown(person, {
    company: "Norhaven",
    tools: [{ ...board, exclude: ["/admin"] }, bank],
    kinds: ["click", "typing"],
    forbiddenHosts: ["*.corp.example"],
  });
  const page = person.options;
  const list = page.getByRole("region", { name: "The list of Norhaven" });
  await expect(list.getByRole("listitem").filter({ hasText: "Payroll" })).toContainText(
    "does not allow this tool",
  );
  const receipts = (await person.receipts()).length;
  await list.getByRole("button", { name: "Allow recording in Board" }).click();
  const card = page.getByRole("article", { name: "Board" });
  await expect(card).toContainText("Agents learn to deploy");
  await expect(card).toContainText("your company's list");
  await expect(list.getByRole("listitem").filter({ hasText: "Board" })).toHaveCount(0);
  expect(await person.receipts()).toHaveLength(receipts + 1);
  const [row] = await person.rows<{ id: string }>("tools");
  expect((await person.receipts()).at(-1)?.tools).toEqual([row!.id]);

  await card.getByText("1 of 13 kinds, 1 part left out").click();
  const hovering = card.getByRole("switch", { name: "Menus that open by pointing" });
  await expect(hovering).toBeDisabled();
  await expect(hovering).toHaveAccessibleDescription("held by your company's policy");
  await expect(card.getByRole("listitem").filter({ hasText: "/admin" })).toContainText(
    "by your company's policy",
  );
  await page.getByLabel("Address").fill("https://mail.corp.example");
  await expect(page.getByText("does not allow recording at mail.corp.example")).toBeVisible();
  await withoutFaults(page);
});

test("no fault is found in the section, full or empty, in either theme", async ({ person, site }) => {
  await person.section("tools");
  await withoutFaults(person.options);
  await person.agrees(["Clicks"]);
  await person.adds(site.url, { name: "A board with a name that is long enough to need a second line" });
  await person.options.locator("summary").click();
  await person.options.getByLabel("Address").fill("https://bücher.example");
  await withoutFaults(person.options);
});
