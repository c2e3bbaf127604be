// The notice comes by itself on install, and when an agreement has ended without the person's doing; never else.
import { readDoorway, readStored } from "../consent/doorway.ts";
import { type Asking, mayAsk } from "../consent/may-ask.ts";
import { browser } from "../platform/browser.ts";
import { now } from "../platform/clock.ts";
import type { Database } from "../store/database.ts";

/** Opens it if the person may be asked for this reason. */
export async function bringNotice(database: Database, how: Exclude<Asking, "popup">): Promise<void> {
  const { receipts } = await readStored(database);
  const { consent } = await readDoorway(database);
  if (mayAsk({ receipts, consent }, now(), how)) await browser.runtime.openOptionsPage();
}

/** An update may have brought another text or kind. The browser's own updates and restarts ask nobody. */
export async function afterInstall(database: Database, reason: string): Promise<void> {
  if (reason === "install") await bringNotice(database, "install");
  if (reason === "update") await bringNotice(database, "ended");
}
