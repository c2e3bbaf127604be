// Chromium with one subject in it, in a profile of its own, as a person would have it.
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright";
import { removeProfile } from "../../e2e/remove-profile.ts";
import { findBrowser } from "../../scripts/browsers.mjs";
import { within } from "../within.ts";
import type { Subject } from "./subjects.ts";

export interface Browser {
  context: BrowserContext;
  version: string;
  /** The extension's own page, on request: closed while something is measured. */
  options(section: string): Promise<Page>;
  /** Begins; the next one may start meanwhile. */
  close(): void;
}

/** Those that are on their way out. */
const closing = new Set<Promise<void>>();

/** When all of them are gone, with their profiles. */
export const allClosed = (): Promise<unknown> => within("the browsers' end", 60, Promise.all(closing));

const args = [
  "--headless=new",
  "--no-sandbox",
  "--disable-quic",
  "--disable-background-networking",
  // Nothing but this machine can be reached.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/** Agrees to every kind and to outlines, and adds the tool. */
async function agreeAndAdd(options: Page, origin: string): Promise<void> {
  await options.getByRole("button", { name: "Agree", exact: true }).waitFor();
  for (const each of await options.getByRole("switch").all()) await each.check();
  await options.getByRole("button", { name: "Agree", exact: true }).click();
  await options.getByText("You agreed").first().waitFor();
  await options.goto(`${options.url().split("#")[0]}#tools`);
  await options.getByLabel("Address").fill(`${origin}/`);
  await options.getByLabel("Name", { exact: true }).fill("Orders");
  await options.getByRole("button", { name: "Add tool" }).click();
  await options.getByText("is added.").waitFor();
}

export async function startBrowser(subject: Subject, origin: string): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), "tooltrail-bench-overhead-"));
  const { extension } = subject;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser("chromium"),
    headless: false,
    viewport: { width: 1280, height: 900 },
    args: extension
      ? [...args, `--disable-extensions-except=${extension}`, `--load-extension=${extension}`]
      : args,
  });
  const options = async (section: string): Promise<Page> => {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
    const page = await context.newPage();
    await page.goto(`chrome-extension://${new URL(worker.url()).host}/options.html#${section}`);
    return page;
  };
  if (subject.name === "tooltrail") {
    const page = await options("notice");
    await agreeAndAdd(page, origin);
  }
  // One empty tab stays, so that the browser does not end; the notice that opened by itself goes too.
  const empty = await context.newPage();
  for (const page of context.pages()) if (page !== empty) await page.close();
  return {
    context,
    version: context.browser()?.version() ?? "",
    options,
    close: () => {
      const gone = context.close().then(() => removeProfile(profile));
      closing.add(gone);
      // One that fails stays in the set: whoever waits for all of them hears of it.
      gone.then(
        () => closing.delete(gone),
        () => undefined,
      );
    },
  };
}
