// The mark in the page: never there by itself, gone at once, and nothing else of the page is changed by it.
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { opensPopup } from "./popup-page.ts";
import { clicksRows, opens, visits } from "./work.ts";

const mark = (page: Page) => page.locator("tooltrail-mark");
/** The page as its own scripts can read it. */
const domOf = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.outerHTML);

test("the page is as it was made until the mark is turned on, and again when it is turned off", async ({
  person,
  site,
}) => {
  const plain = await person.context.newPage();
  await plain.goto(site.url);
  const made = await domOf(plain);
  await plain.close();

  await person.agrees();
  const tool = await opens(person, site);
  await clicksRows(person, tool, [0]);
  const popup = await opensPopup(person, tool);
  const wanted = popup.getByRole("switch", { name: "Show the state in the page" });
  await expect(wanted).not.toBeChecked();
  await expect(popup.getByText("A page can then notice that Tooltrail is there.")).toBeVisible();
  expect(await domOf(tool)).toBe(made);

  await wanted.check();
  await expect(mark(tool)).toHaveCount(1);
  const [before, style, after] = (await domOf(tool)).split(/<tooltrail-mark|<\/tooltrail-mark>/);
  expect(`${before}${after}`).toBe(made);
  expect(style).toContain('aria-hidden="true"');
  expect(
    await mark(tool).evaluate((host) => [host.shadowRoot, getComputedStyle(host).pointerEvents]),
  ).toEqual([null, "none"]);
  const box = (await mark(tool).boundingBox())!;
  expect([box.width, box.height]).toEqual([24, 24]);

  await wanted.uncheck();
  await expect(mark(tool)).toHaveCount(0);
  expect(await domOf(tool)).toBe(made);
  const next = await visits(person, site);
  expect(await domOf(next)).toBe(made);
});

test("it is there while the page is recorded, goes with a pause, and nothing is recorded of it", async ({
  person,
  site,
}) => {
  await person.agrees(["Clicks", "Changing pages", "Menus that open by pointing", "Outlines of pages"]);
  const tool = await opens(person, site);
  await tool.bringToFront();
  const popup = await opensPopup(person, tool);
  const wanted = popup.getByRole("switch", { name: "Show the state in the page" });
  const before = await person.steps();
  await wanted.check();
  await expect(mark(tool)).toHaveCount(1);
  const { x, y } = (await mark(tool).boundingBox())!;
  await tool.mouse.move(x + 12, y + 12);
  // The element below it is what is clicked: the page's own, as without the mark.
  const below = await tool.evaluate(
    ([left, top]) => document.elementFromPoint(left!, top!)?.localName,
    [x + 12, y + 12],
  );
  expect(below).not.toBe("tooltrail-mark");
  await clicksRows(person, tool, [1]);
  const steps = (await person.steps()).slice(before.length);
  expect(steps.map(({ kind, effect }) => [kind, effect])).toEqual([["click", "nothing"]]);
  expect(JSON.stringify(await person.rows("outlines"))).not.toContain("tooltrail");

  const reloaded = await visits(person, site);
  await expect(mark(reloaded)).toHaveCount(1);
  await popup.getByRole("button", { name: "1 hour" }).click();
  await expect(mark(tool)).toHaveCount(0);
  await expect(mark(reloaded)).toHaveCount(0);
  await popup.getByRole("button", { name: "Resume now" }).click();
  await expect(mark(tool)).toHaveCount(1);
  // Another site gets none, and neither does one of a tool that was removed.
  const outside = await person.context.newPage();
  await outside.goto(site.url.replace("127.0.0.1", "localhost"));
  await expect(mark(outside)).toHaveCount(0);
  const tools = await person.section("tools");
  await tools.getByRole("button", { name: "Remove" }).click();
  await expect(mark(tool)).toHaveCount(0);
  await expect(mark(reloaded)).toHaveCount(0);
});
