// A Firefox that a company manages: its policies lie in a mount namespace of their own, so that no other browser of this
// machine sees them.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import puppeteer, { type Browser } from "puppeteer-core";
import { findBrowser } from "../scripts/browsers.mjs";
import { mountNamespace } from "./mount-namespace.ts";

/** What the driver switches off is what is tried here. */
const asUsual = { "extensions.update.enabled": true, "extensions.update.autoUpdateDefault": true };

export class ManagedFirefox {
  readonly #folder: string;
  #browser: Browser | undefined;

  /** Everything of it lies below this folder. */
  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(join(folder, "etc", "firefox", "policies"), { recursive: true });
    mkdirSync(join(folder, "firefox-profile"));
  }

  /** What an administrator copies: the browser reads it as it starts. */
  says(policies: string): void {
    writeFileSync(join(this.#folder, "etc", "firefox", "policies", "policies.json"), policies);
  }

  /** Starts it with the same profile each time, and these preferences. */
  async start(preferences: Record<string, boolean | string>): Promise<Browser> {
    const script = join(this.#folder, "firefox");
    // The folder of policies need not be there: what was laid is seen over what the machine has.
    const lays = `mount -t overlay -o "lowerdir=${join(this.#folder, "etc")}:/etc" overlay /etc`;
    const inside = `${lays} && exec "${findBrowser("firefox")}" "$@"`;
    writeFileSync(script, `#!/bin/sh\nexec unshare ${mountNamespace()} sh -c '${inside}' sh "$@"\n`, {
      mode: 0o700,
    });
    this.#browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: script,
      headless: true,
      userDataDir: join(this.#folder, "firefox-profile"),
      // The page of the add-ons, and a `moz-extension:` page as a tab, need the system's access.
      args: ["--remote-allow-system-access"],
      extraPrefsFirefox: { ...asUsual, ...preferences },
    });
    return this.#browser;
  }

  async close(): Promise<void> {
    await this.#browser?.close();
  }
}
