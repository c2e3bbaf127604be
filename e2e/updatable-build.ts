// A copy of the test build that a spec updates as the browser would: other files, another version, begun anew.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, expect, type Page } from "@playwright/test";
import { launch, testBuild } from "./fixtures.ts";
import type { Person } from "./person.ts";
import { laysDown, type StoredExample } from "./stored-in-page.ts";

export class UpdatableBuild {
  readonly #folder: string;
  readonly #profile: string;

  constructor(folder: string) {
    this.#folder = join(folder, "build");
    this.#profile = join(folder, "profile");
    cpSync(testBuild, this.#folder, { recursive: true });
  }

  /** Starts a browser with it, which lets what is not packed begin anew only in developer mode. */
  start(): Promise<BrowserContext> {
    mkdirSync(join(this.#profile, "Default"), { recursive: true });
    const preferences = { extensions: { ui: { developer_mode: true } } };
    writeFileSync(join(this.#profile, "Default", "Preferences"), JSON.stringify(preferences));
    return launch(this.#profile, this.#folder);
  }

  /**
   * Another version ran in this profile and left this behind; today's has not run there yet. Returns the extension's id,
   * which follows from the folder.
   */
  async held(example: StoredExample): Promise<string> {
    const file = join(this.#folder, "manifest.json");
    const { key } = JSON.parse(readFileSync(file, "utf8"));
    rmSync(this.#folder, { recursive: true });
    mkdirSync(this.#folder);
    const other = {
      manifest_version: 3,
      name: "Other",
      version: "0.0.9",
      key,
      background: { service_worker: "background.js" },
    };
    writeFileSync(file, JSON.stringify(other));
    writeFileSync(join(this.#folder, "background.js"), "");
    writeFileSync(join(this.#folder, "options.html"), "");
    const context = await this.start();
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
    const id = new URL(worker.url()).host;
    const page = await context.newPage();
    await page.goto(`chrome-extension://${id}/options.html`);
    await page.evaluate(laysDown, example);
    await context.close();
    cpSync(testBuild, this.#folder, { recursive: true });
    return id;
  }

  /** The next version lies there; the browser says so to the worker, as it does for one that it fetched. */
  async comes(person: Person, version: string): Promise<void> {
    const file = join(this.#folder, "manifest.json");
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), version }));
    await person.worker().evaluate((next) => {
      const { onUpdateAvailable } = chrome.runtime as unknown as {
        onUpdateAvailable: { dispatch(details: { version: string }): void };
      };
      onUpdateAvailable.dispatch({ version: next });
    }, version);
    await expect
      .poll(() => person.options.evaluate(async () => Boolean(await chrome.alarms.get("update"))))
      .toBe(true);
  }
}

/** It came so long ago that it waits no more, and the alarm by which it is tried again rings now. */
export const waitedLong = ({ options }: Person): Promise<void> =>
  options.evaluate(async () => {
    await chrome.storage.session.set({ updateCameAt: Date.now() - 15 * 60_000 });
    await chrome.alarms.create("update", { when: Date.now(), periodInMinutes: 1 });
  });

export const versionAt = (page: Page): Promise<string> =>
  page.evaluate(() => chrome.runtime.getManifest().version);
