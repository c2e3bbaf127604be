// Moves between the tabs of two tools and to a page of no tool, in a Chromium that shows one tab at a time.
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import puppeteer, { type Page } from "puppeteer-core";
import { removeProfile } from "../../e2e/remove-profile.ts";
import { findBrowser } from "../../scripts/browsers.mjs";
import { click } from "./acts/click.ts";
import { load } from "./acts/page.ts";
import { compare } from "./compare.ts";
import { Driver } from "./driver.ts";
import { Ledger } from "./ledger.ts";
import { installWay } from "./page/way.ts";
import { planted } from "./planted.ts";
import { puppeteerTab } from "./puppeteer-tab.ts";
import type { ToolResult } from "./run-tool.ts";
import { readRows, type StoredRows, stepsOf } from "./stored.ts";
import { startFixture } from "./tools/fixture.ts";

/** A person who leaves for less than a second has not left, and nobody goes through a tab faster. In milliseconds. */
const away = 1300;

const button = (name: string) => `::-p-aria([name="${name}"][role="button"])`;

async function agree(options: Page): Promise<void> {
  await options.waitForSelector(button("Agree"));
  // One by one: each is drawn anew with what was chosen before.
  for (const each of await options.$$("[role=switch]")) {
    const isOn = () => each.evaluate((one) => (one as HTMLInputElement).checked);
    if (!(await isOn())) await each.evaluate((one) => (one as HTMLElement).click());
    if (!(await isOn())) throw new Error("A kind cannot be agreed to.");
  }
  await options.click(button("Agree"));
  await options.waitForFunction(() => document.body.textContent?.includes("You agreed"));
}

async function add(options: Page, address: string): Promise<void> {
  await options.evaluate(() => {
    location.hash = "#tools";
  });
  await options.locator("::-p-aria(Address)").fill(address);
  await options
    .locator('input[name="name"], ::-p-aria([name="Name"][role="textbox"])')
    .fill(new URL(address).host);
  await options.click(button("Add tool"));
  await options.waitForFunction(() => document.body.textContent?.includes("is added."));
}

/** Steps as they are when their trajectory is closed: the two ends of a move are one step then. */
async function closed(options: Page, due: number): Promise<StoredRows> {
  const deadline = Date.now() + 10_000;
  const steps = (rows: StoredRows) => rows.tools.flatMap(({ id }) => stepsOf(rows, id)).length;
  let rows = await options.evaluate(readRows);
  while (steps(rows) < due && Date.now() < deadline) rows = await options.evaluate(readRows);
  // The tab stays behind: to bring it to the front would be a move of its own.
  await options.evaluate(() => {
    const buttons = [...document.querySelectorAll("button")];
    buttons.find(({ textContent }) => textContent?.trim() === "Pause")!.click();
  });
  while (rows.openSteps.length > 0 && Date.now() < deadline) rows = await options.evaluate(readRows);
  return rows;
}

/** Works in two tools by turns, and goes elsewhere and back. */
export async function runSwitches(build: string, rounds: number): Promise<ToolResult> {
  const began = Date.now();
  const folder = await mkdtemp(join(tmpdir(), "tooltrail-bench-"));
  const over = new AbortController();
  const fixture = await startFixture(folder, over.signal, planted);
  const browser = await puppeteer.launch({
    executablePath: findBrowser("chromium"),
    headless: true,
    pipe: true,
    enableExtensions: [build],
    userDataDir: join(folder, "profile"),
    defaultViewport: { width: 1280, height: 900 },
    args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
  });
  try {
    const worker = await browser.waitForTarget((target) => target.type() === "service_worker");
    const options = await browser.newPage();
    await options.goto(`chrome-extension://${new URL(worker.url()).host}/options.html#notice`);
    await agree(options);
    for (const address of fixture.addresses) await add(options, address);
    const ledger = new Ledger();
    const [inside, neighbour] = fixture.addresses as [string, string];
    const open = async (): Promise<Driver> => {
      const page = await browser.newPage();
      await page.evaluateOnNewDocument(installWay);
      const driver = new Driver(puppeteerTab(page), ledger, fixture.addresses);
      await driver.tab.moves();
      return driver;
    };
    const [one, other, elsewhere] = [await open(), await open(), await open()];
    const rows = await options.evaluate(readRows);
    const toolOf = (address: string) =>
      rows.tools.find(({ pattern }) => pattern === `${new URL(address).origin}/*`)!.id;
    const goes = async (from: string, to: string | null, tab: Driver) => {
      const measures = { to: to === null ? "elsewhere" : "tool", tool: toolOf(to ?? from) };
      const note = to === null ? "went elsewhere" : "went to a tool";
      await one.act(note, [{ kind: "switch", measures }], () => tab.tab.front());
      await after(away);
    };
    await one.tab.front();
    await load(one, `${inside}/`, "#plain");
    // The other tab is empty yet.
    await goes(inside, null, other);
    await load(other, `${neighbour}/inside.html?neighbour`, "button");
    await goes(neighbour, inside, one);
    for (let round = 0; round < rounds; round++) {
      await click(one, await one.find("#plain"));
      await goes(inside, neighbour, other);
      await click(other, await other.find("button"));
      await goes(neighbour, null, elsewhere);
      await goes(neighbour, inside, one);
    }
    const stored = await closed(options, ledger.truths.length);
    const pairs = compare(
      ledger.truths,
      stored.tools.flatMap(({ id }) => stepsOf(stored, id)),
      [],
    );
    return {
      name: "switches",
      version: fixture.version,
      ledger,
      pairs,
      stepsOutside: 0,
      seconds: (Date.now() - began) / 1000,
      dropped: {},
      again: { targets: 0, right: 0, wrong: [], byPath: 0, left: {} },
      names: { targets: 0, named: 0, known: 0, unnamed: new Map() },
    };
  } finally {
    await browser.close();
    await fixture.close();
    over.abort();
    await removeProfile(folder);
  }
}
