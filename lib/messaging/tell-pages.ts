// The background tells every page script at once; most tabs have none, and those answer with an error.
import type { PageCommand } from "../../schemas/message.ts";
import { browser } from "../platform/browser.ts";

/** A page that sleeps or hangs does not answer: then the others' steps are all there is, and its own are judged late. */
const patience = 2000;

/** Sends a command to all frames of all tabs. Resolves when each has had it or has no page script, or hangs. */
export async function tellPages(name: Exclude<PageCommand["name"], "page.flush">): Promise<void> {
  const tabs = await browser.tabs.query({});
  const told = Promise.allSettled(tabs.map(({ id }) => browser.tabs.sendMessage(id!, { name })));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise((done) => {
    timer = setTimeout(done, patience);
  });
  await Promise.race([told, late]);
  clearTimeout(timer);
}

/**
 * Lets all frames of all tabs hand over what they hold. A message would be answered by the first frame of a tab alone;
 * a port ends when the last frame has let go of it, which each does once its steps are acknowledged.
 */
export async function flushPages(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(({ id }) => flushTab(id!)));
}

function flushTab(tab: number): Promise<void> {
  const name: PageCommand["name"] = "page.flush";
  const port = browser.tabs.connect(tab, { name });
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      port.disconnect();
      resolve();
    }, patience);
    port.onDisconnect.addListener(() => {
      clearTimeout(timer);
      // Read, so that the browser does not log it for every tab without a page script.
      void browser.runtime.lastError;
      resolve();
    });
  });
}
