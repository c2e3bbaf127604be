// The background tells every page script at once; most tabs have none, and those answer with an error.
import type { PageCommand } from "../../schemas/message.ts";
import { browser } from "../platform/browser.ts";

/** Sends a command to all frames of all tabs. Resolves when each has had it or has no page script. */
export async function tellPages(name: PageCommand["name"]): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(tabs.map(({ id }) => browser.tabs.sendMessage(id!, { name })));
}
