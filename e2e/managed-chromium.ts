// A Chromium that a company manages: its policies lie in a mount namespace of their own, so that no other browser of this
// machine sees them.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, chromium } from "@playwright/test";
import { findBrowser } from "../scripts/browsers.mjs";
import { mountNamespace } from "./mount-namespace.ts";

const policies = "/etc/chromium";

export class ManagedChromium {
  readonly #folder: string;
  #context: BrowserContext | undefined;

  /** Everything of it lies below this folder. */
  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(join(folder, "etc", "policies", "managed"), { recursive: true });
    // A browser keeps its tools for developers, and so this spec, off what a company installs by force.
    this.#lays("driven.json", JSON.stringify({ DeveloperToolsAvailability: 1 }));
  }

  #lays(name: string, policy: string): void {
    writeFileSync(join(this.#folder, "etc", "policies", "managed", name), policy);
  }

  /** What an administrator copies: the browser sees it at once, also while it runs. */
  says(policy: string): void {
    this.#lays("tooltrail.json", policy);
  }

  /** Starts it; `updateSeconds`: how often it asks for updates. */
  async start(updateSeconds: number): Promise<BrowserContext> {
    const script = join(this.#folder, "chromium");
    const inside = `mount --bind "${join(this.#folder, "etc")}" ${policies} && exec "${findBrowser("chromium")}" "$@"`;
    writeFileSync(script, `#!/bin/sh\nexec unshare ${mountNamespace()} sh -c '${inside}' sh "$@"\n`, {
      mode: 0o700,
    });
    this.#context = await chromium.launchPersistentContext(join(this.#folder, "profile"), {
      executablePath: script,
      headless: false,
      viewport: { width: 1280, height: 900 },
      // What Playwright switches off is what is tried here.
      ignoreDefaultArgs: ["--disable-extensions", "--disable-background-networking"],
      args: [
        "--headless=new",
        "--no-sandbox",
        "--disable-quic",
        // Debian's start script switches foreign extensions and updates off without it.
        "--enable-remote-extensions",
        `--extensions-update-frequency=${updateSeconds}`,
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
      ],
    });
    return this.#context;
  }

  async close(): Promise<void> {
    await this.#context?.close();
  }
}
