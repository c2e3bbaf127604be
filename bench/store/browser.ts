// Chromium with extensions and a profile that outlives it.
import { setTimeout as after } from "node:timers/promises";
import { type BrowserContext, chromium, type Page } from "playwright";
import { findBrowser } from "../../scripts/browsers.mjs";

export const launch = (profile: string, extensions: readonly string[]): Promise<BrowserContext> =>
  chromium.launchPersistentContext(profile, {
    executablePath: findBrowser("chromium"),
    headless: false,
    viewport: { width: 1280, height: 900 },
    args: [
      "--headless=new",
      "--no-sandbox",
      "--disable-quic",
      "--disable-background-networking",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
      `--disable-extensions-except=${extensions.join()}`,
      `--load-extension=${extensions.join()}`,
    ],
  });

/** The id of the extension whose worker has this file. */
export async function idOf(context: BrowserContext, file: string): Promise<string> {
  const is = (worker: { url(): string }) => worker.url().endsWith(`/${file}`);
  const worker =
    context.serviceWorkers().find(is) ?? (await context.waitForEvent("serviceworker", { predicate: is }));
  return new URL(worker.url()).host;
}

async function comes(context: BrowserContext, is: (page: Page) => boolean): Promise<Page> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await after(50)) {
    const page = context.pages().find(is);
    if (page) return page;
  }
  throw new Error("The extension opened no tab by itself in 60 s.");
}

/** A section of the options page, in the tab that the extension opens by itself when it is put into the browser. */
export async function openOptions(context: BrowserContext, section: string): Promise<Page> {
  const address = `chrome-extension://${await idOf(context, "background.js")}/options.html`;
  const page = await comes(context, (one) => one.url().startsWith(address));
  await page.waitForLoadState();
  await page.goto(`${address}#${section}`);
  return page;
}

/** Agrees to every kind and adds the tool; returns the tool's row id. */
export async function agreeAndAdd(options: Page, address: string, vocabulary: string): Promise<string> {
  await options.getByRole("button", { name: "Agree", exact: true }).waitFor();
  for (const each of await options.getByRole("switch").all()) await each.check();
  await options.getByRole("button", { name: "Agree", exact: true }).click();
  await options.getByText("You agreed").first().waitFor();
  await options.goto(`${options.url().split("#")[0]}#tools`);
  await options.getByLabel("Address").fill(address);
  await options.getByLabel("Name", { exact: true }).fill("Board");
  await options.locator("select[name=vocabulary]").selectOption(vocabulary);
  await options.getByRole("button", { name: "Add tool" }).click();
  await options.getByText("is added.").waitFor();
  return options.evaluate(
    () =>
      new Promise<string>((found, failed) => {
        const request = indexedDB.open("tooltrail");
        request.onerror = () => failed(request.error);
        request.onsuccess = () => {
          const all = request.result.transaction("tools").objectStore("tools").getAll();
          all.onsuccess = () => {
            request.result.close();
            found((all.result as { id: string }[])[0]!.id);
          };
        };
      }),
  );
}
