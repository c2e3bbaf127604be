// A person at a real desk, in either browser: tabs are shown and hidden, and only one of them has the focus.
// Playwright's Chromium takes every tab for the one in front, so this one is driven by Puppeteer.
import { resolve } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { findBrowser } from "../scripts/browsers.mjs";
import { Firefox } from "./firefox.ts";
import type { StoredStep } from "./person.ts";
import { rowsInPage } from "./rows-in-page.ts";

export type BrowserName = "chromium" | "firefox";

export interface ClosedStep extends StoredStep {
  n: number;
}

export class Desk {
  readonly browser: Browser;
  /** The extension's own page. */
  readonly options: Page;
  readonly #base: string;
  readonly #aliases = new Map<string, string>();

  private constructor(browser: Browser, options: Page, base: string) {
    this.browser = browser;
    this.options = options;
    this.#base = base;
  }

  static async start(name: BrowserName): Promise<Desk> {
    if (name === "firefox") {
      const { browser, options, base } = await Firefox.start(resolve(".output/firefox-mv3-test"));
      return new Desk(browser, options, base);
    }
    const build = resolve(".output/chrome-mv3-test");
    const browser = await puppeteer.launch({
      browser: "chrome",
      executablePath: findBrowser("chromium"),
      headless: true,
      ignoreDefaultArgs: ["--disable-extensions"],
      args: ["--no-sandbox", `--disable-extensions-except=${build}`, `--load-extension=${build}`],
    });
    const worker = await browser.waitForTarget((target) => target.type() === "service_worker");
    const base = new URL("/options.html", worker.url()).href;
    const options = await browser.newPage();
    await options.goto(base);
    return new Desk(browser, options, base);
  }

  async #section(name: string): Promise<void> {
    // Firefox puts the tab into the extension's process, which ends the wait for its load: the page itself tells.
    const load = this.options.goto(`${this.#base}#${name}`).catch(() => undefined);
    await this.options.waitForSelector(`main#${name} h1`);
    void load;
    await this.options.bringToFront();
  }

  async agrees(kinds: readonly string[]): Promise<void> {
    await this.#section("notice");
    for (const kind of kinds) await this.#clicks("switch", kind);
    await this.#clicks("button", "Agree");
    await this.options.locator("::-p-text(You agreed)").wait();
  }

  async adds(address: string, name: string): Promise<void> {
    await this.#section("tools");
    for (const [field, text] of Object.entries({ Address: address, Name: name }))
      await this.options.locator(`::-p-aria([role="textbox"][name="${field}"])`).fill(text);
    await this.#clicks("button", "Add tool");
    await this.options.waitForFunction(
      (alias: string) =>
        [...document.querySelectorAll("article.tool")].some((row) => row.textContent?.includes(alias)),
      {},
      name,
    );
    const rows = await this.rows<{ id: string; alias: string }>("tools");
    for (const { id, alias } of rows) this.#aliases.set(id, alias);
  }

  #clicks(role: "button" | "switch", name: string): Promise<void> {
    return this.options.locator(`::-p-aria([role="${role}"][name="${name}"])`).click();
  }

  /** Opens an address in a tab of its own. */
  async opens(address: string): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(address);
    return page;
  }

  /** Ends the open trajectory by the message that the button sends; the steps of the last one that is closed. */
  async finishes(): Promise<ClosedStep[]> {
    await this.options.evaluate(() => {
      const door = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      return door.runtime.sendMessage({ name: "trajectory.close", request: {} });
    });
    const heads = await this.rows<{ id: string; openedAt: number; closedAt?: number }>("trajectories");
    const last = heads.filter(({ closedAt }) => closedAt).sort((a, b) => b.openedAt - a.openedAt)[0];
    const chunks = await this.rows<{ trajectory: string; lines: string }>("chunks");
    return chunks
      .filter(({ trajectory }) => trajectory === last?.id)
      .flatMap(({ lines }) => lines.split("\n").filter(Boolean))
      .map((line) => JSON.parse(line) as { n: number; step: StoredStep })
      .map(({ n, step }) => ({ ...step, n }))
      .sort((a, b) => a.n - b.n);
  }

  /** Every stored step that is not closed yet, as it came. */
  async open(): Promise<StoredStep[]> {
    const rows = await this.rows<{ line: string }>("openSteps");
    return rows.map(({ line }) => (JSON.parse(line) as { step: StoredStep }).step);
  }

  alias(tool: unknown): string | undefined {
    return this.#aliases.get(String(tool));
  }

  /** Rows of a table of the extension's database, read without the extension's code. */
  async rows<Row>(table: string): Promise<Row[]> {
    const [rows] = await this.options.evaluate(rowsInPage, [table]);
    return rows as Row[];
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}
