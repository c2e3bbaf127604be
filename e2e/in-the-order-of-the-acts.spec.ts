import { expect, test } from "@playwright/test";
import type { Page } from "puppeteer-core";
import { type BrowserName, type ClosedStep, Desk } from "./desk.ts";
import { type Site, startSite } from "./site.ts";

const kinds = ["Clicks", "Changing pages", "Switching tools", "Copy and paste"];
const board = (inside: string) =>
  `<!doctype html><html lang="en"><title>Board</title><body><button>Go</button><input value="some text" aria-label="Field">
   <a href="/next" target="_blank">New</a>${inside}`;

let site: Site;
let wiki: string;
let desk: Desk;
async function sits(name: BrowserName): Promise<void> {
  const pages: Record<string, string> = { "/plain": board("") };
  site = await startSite(pages);
  // Another site, so that it runs in another process.
  wiki = site.url.replace("127.0.0.1", "localhost");
  pages["/framing"] = board(`<iframe src="${wiki}plain" style="width:400px;height:200px"></iframe>`);
  desk = await Desk.start(name);
  await desk.agrees(kinds);
  await desk.adds(site.url, "Board");
  await desk.adds(wiki, "Wiki");
}
test.afterEach(async () => {
  await desk?.close();
  await site.close();
});

const said = (step: ClosedStep): string => {
  const of = desk.alias(step.tool);
  if (step.kind === "switch") return step.to === "tool" ? `to ${of}` : "elsewhere";
  if (step.kind === "clipboard")
    return `${step.act} ${of}${step.act === "pasted" ? ` from ${step.from}` : ""}`;
  return `${step.kind === "navigate" ? step.how : step.kind} ${of}`;
};
const stored = (count: number) =>
  expect.poll(async () => (await desk.open()).length).toBeGreaterThanOrEqual(count);
const loaded = (pages: number) =>
  expect.poll(async () => (await desk.open()).filter(({ kind }) => kind === "navigate").length).toBe(pages);
const goes = (page: Page) => page.locator("button").click();

/** A stretch of time is what is waited for here: longer away than a move between two tabs takes. */
const leavings = async (): Promise<number> =>
  (await desk.open()).filter(({ kind, to }) => kind === "switch" && to === "elsewhere").length;

/** The act itself takes time: whoever is back within a second was not away (lib/trajectory/moves.ts). */
async function staysAway(): Promise<void> {
  const since = Date.now();
  await expect.poll(() => Date.now() - since).toBeGreaterThan(1500);
}

async function presses(page: Page, key: "KeyC" | "KeyV", command: "Copy" | "Paste"): Promise<void> {
  await page.focus("input");
  await page.$eval("input", (field) => field.select());
  await page.keyboard.down("Control");
  await page.keyboard.press(key, { commands: [command] });
  await page.keyboard.up("Control");
}

for (const name of ["chromium", "firefox"] as const) {
  test(`${name}: acts in quick turn in frames of two processes come out in their order`, async () => {
    test.setTimeout(120_000);
    await sits(name);
    const page = await desk.opens(`${site.url}framing`);
    const frame = await page.waitForFrame((one) => one.url() === `${wiki}plain`);
    await loaded(1);
    const inside = (await frame.$("button"))!;
    const outside = (await page.$("button"))!;
    for (let turn = 0; turn < 8; turn++) {
      await outside.click();
      await inside.click();
    }
    const steps = await desk.finishes();
    const clicks = steps.filter(({ kind }) => kind === "click");
    expect(clicks.map(({ tool }) => desk.alias(tool))).toEqual(
      Array.from({ length: 16 }, (_, turn) => (turn % 2 === 0 ? "Board" : "Wiki")),
    );
    expect(clicks.map(({ frame: position }) => position.length)).toEqual(
      Array.from({ length: 16 }, (_, turn) => turn % 2),
    );
    // The focus went to and fro inside the page, and nowhere else.
    expect(steps.filter(({ kind }) => kind === "switch")).toEqual([]);
  });

  test(`${name}: tabs and tools are one trajectory; a paste names the step it was copied from`, async () => {
    test.setTimeout(120_000);
    await sits(name);
    const ours = await desk.opens(`${site.url}plain`);
    await loaded(1);
    const theirs = await desk.opens(`${wiki}plain`);
    await loaded(2);
    const elsewhere = await desk.browser.newPage();
    await staysAway();
    await ours.bringToFront();
    await goes(ours);
    await theirs.bringToFront();
    await goes(theirs);
    await presses(theirs, "KeyC", "Copy");
    await ours.bringToFront();
    await presses(ours, "KeyV", "Paste");
    const before = await leavings();
    await elsewhere.bringToFront();
    // A busy browser tells the page late that it is hidden.
    await expect.poll(leavings).toBeGreaterThan(before);
    await staysAway();
    await ours.bringToFront();
    await presses(ours, "KeyV", "Paste");
    await stored(10);
    const steps = await desk.finishes();
    const first = steps.findIndex(({ kind }) => kind === "click");
    const copied = steps.findIndex(({ act }) => act === "copied");
    expect(steps.slice(first - 1).map(said)).toEqual([
      "to Board",
      "click Board",
      "to Wiki",
      "click Wiki",
      "copied Wiki",
      "to Board",
      `pasted Board from ${copied}`,
      "elsewhere",
      "to Board",
      "pasted Board from outside",
    ]);
    expect((await desk.rows("trajectories")).length).toBe(1);
  });

  test(`${name}: a link into a new tab is a click and a new tab; the last click is there when it is finished`, async () => {
    test.setTimeout(120_000);
    await sits(name);
    const page = await desk.opens(`${site.url}plain`);
    await loaded(1);
    await page.locator("a").click();
    await loaded(2);
    const opened = (await desk.browser.pages()).find((one) => one.url().endsWith("/next"))!;
    await opened.close();
    await page.bringToFront();
    await goes(page);
    // Finished at once, while its page is still in front and holds the click.
    const steps = await desk.finishes();
    expect(steps.slice(-4).map(said)).toEqual(["click Board", "new-tab Board", "to Board", "click Board"]);
  });
}
