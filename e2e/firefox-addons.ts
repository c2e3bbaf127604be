// What Firefox itself knows of its add-ons, asked in its own page for them.
import type { Browser, Page } from "puppeteer-core";

/** As much of the browser's own module as is asked here. */
interface Manager {
  getAddonByID(id: string): Promise<{ version: string; isActive: boolean } | null>;
  getInstallForURL(url: string): Promise<{ install(): Promise<unknown>; error: number }>;
  ERROR_SIGNEDSTATE_REQUIRED: number;
}
interface Privileged {
  ChromeUtils: {
    importESModule(address: string): {
      AddonManager: Manager;
      AddonManagerPrivate: { backgroundUpdateCheck(): Promise<void> };
    };
  };
}

const address = "resource://gre/modules/AddonManager.sys.mjs";

export class FirefoxAddons {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Opens the page; the driver does not hear of its load, so the page itself is asked. */
  static async of(browser: Browser): Promise<FirefoxAddons> {
    const page = await browser.newPage();
    const load = page.goto("about:addons").catch(() => undefined);
    const deadline = Date.now() + 25_000;
    const ready = () => page.evaluate(() => "ChromeUtils" in globalThis).catch(() => false);
    while (!(await ready())) if (Date.now() > deadline) throw new Error("about:addons did not open.");
    void load;
    return new FirefoxAddons(page);
  }

  /** The version that runs, or null. */
  version(id: string): Promise<string | null> {
    return this.#page.evaluate(
      async (at, addon) => {
        const { AddonManager } = (globalThis as unknown as Privileged).ChromeUtils.importESModule(at);
        const found = await AddonManager.getAddonByID(addon);
        return found?.isActive ? found.version : null;
      },
      address,
      id,
    );
  }

  /** Tries to install a package; says whether it was refused, and for want of a signature. */
  refusal(url: string): Promise<"none" | "unsigned" | "other"> {
    return this.#page.evaluate(
      async (at, from) => {
        const { AddonManager } = (globalThis as unknown as Privileged).ChromeUtils.importESModule(at);
        const install = await AddonManager.getInstallForURL(from);
        const done = await install.install().then(
          () => true,
          () => false,
        );
        if (done) return "none";
        return install.error === AddonManager.ERROR_SIGNEDSTATE_REQUIRED ? "unsigned" : "other";
      },
      address,
      url,
    );
  }

  /** What the browser's timer does once a day: asks for updates, and takes what there is. */
  asksForUpdates(): Promise<void> {
    return this.#page.evaluate(async (at) => {
      const { AddonManagerPrivate } = (globalThis as unknown as Privileged).ChromeUtils.importESModule(at);
      await AddonManagerPrivate.backgroundUpdateCheck();
    }, address);
  }
}
