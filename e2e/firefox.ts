// A stock Firefox with the extension, driven over WebDriver BiDi: Playwright's own Firefox is a patched one.
import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { findBrowser } from "../scripts/browsers.mjs";
import { rowsInPage } from "./rows-in-page.ts";

/** As in the manifest. */
export const extensionId = "tooltrail@tooltrail.example";

/** The release: nothing is granted beforehand. */
export const firefoxBuild = resolve(".output/firefox-mv3");

export class Firefox {
  readonly browser: Browser;
  readonly options: Page;
  /** The address of the extension's own page. */
  readonly base: string;

  private constructor(browser: Browser, options: Page, base: string) {
    this.browser = browser;
    this.options = options;
    this.base = base;
  }

  /**
   * Starts it, installs the extension and opens the options page. The browser says yes to what a click asks for; what
   * it downloads goes into the folder `downloads`.
   */
  static async start(build: string = firefoxBuild, downloads?: string): Promise<Firefox> {
    const uuid = randomUUID();
    const browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: findBrowser("firefox"),
      headless: true,
      // Installing by command, and a `moz-extension:` page as a tab, need the system's access.
      args: ["--remote-allow-system-access"],
      extraPrefsFirefox: {
        // The address of the extension's pages is drawn at random, unless it is known already.
        "extensions.webextensions.uuids": JSON.stringify({ [extensionId]: uuid }),
        "extensions.webextOptionalPermissionPrompts": false,
        ...(downloads && { "browser.download.folderList": 2, "browser.download.dir": downloads }),
      },
    });
    try {
      await browser.installExtension(build);
      return await Firefox.meets(browser, uuid);
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  /**
   * Opens the person's page of an extension that is installed, and whose address is known. One that is opened while a
   * version takes another's place stays empty: then there is another tab for it.
   */
  static async meets(browser: Browser, uuid: string): Promise<Firefox> {
    for (const deadline = Date.now() + 60_000; ; ) {
      const options = await browser.newPage();
      const firefox = new Firefox(browser, options, `moz-extension://${uuid}/options.html`);
      try {
        await firefox.section("notice");
        return firefox;
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await options.close();
      }
    }
  }

  /** Rows of a table of the extension's database, read without the extension's code. */
  async rows<Row>(table: string): Promise<Row[]> {
    const [rows] = await this.options.evaluate(rowsInPage, [table]);
    return rows as Row[];
  }

  /** Opens a section of the options page. */
  section(name: "notice" | "tools" | "data" | "export"): Promise<void> {
    return this.#opens(`${this.base}#${name}`, `main#${name} h1`);
  }

  /** Opens the popup in the options page's tab, which is then the one that it speaks of. */
  popup(): Promise<void> {
    return this.#opens(this.base.replace("options", "popup"), "main.popup h1");
  }

  async #opens(address: string, shown: string): Promise<void> {
    // Firefox puts the tab into the extension's process, which ends the wait for its load: the page itself tells.
    const load = this.options.goto(address).catch(() => undefined);
    await this.#shows(shown);
    void load;
    await this.options.bringToFront();
  }

  /** Waits for an element of a page that changes its process: what is asked in that moment fails in the browser. */
  async #shows(selector: string): Promise<void> {
    for (const deadline = Date.now() + 25_000; ; ) {
      try {
        return void (await this.options.waitForSelector(selector));
      } catch (error) {
        if (Date.now() > deadline) throw error;
      }
    }
  }

  /** Clicks a button or switch of the options page by its role and name. */
  async clicks(role: "button" | "switch", name: string): Promise<void> {
    await this.options.locator(`::-p-aria([role="${role}"][name="${name}"])`).click();
  }

  async fills(name: string, text: string): Promise<void> {
    await this.options.locator(`::-p-aria([role="textbox"][name="${name}"])`).fill(text);
  }

  /** What each stored step says of itself under My data. */
  async sentences(): Promise<string[]> {
    return this.options.$$eval('[data-testid="step"]', (steps) =>
      steps.map((step) => step.querySelector(".cell.act")?.textContent?.trim() ?? ""),
    );
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}
