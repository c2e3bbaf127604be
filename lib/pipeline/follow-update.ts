// An update takes effect by itself. The browser holds it back while a page or the worker of ours is open, which may be
// until its next start; so it is taken here, between two acts.
import { flushPages } from "../messaging/tell-pages.ts";
import { browser } from "../platform/browser.ts";
import { now } from "../platform/clock.ts";
import { openPages } from "../platform/own-pages.ts";
import { type Database, readSetting } from "../store/database.ts";
import type { Pipeline } from "./pipeline.ts";

const alarm = "update";
const cameKey = "updateCameAt";
const placesKey = "openAtUpdate";

/** After this long without a step the person is between two acts. */
export const quiet = 20_000;
/** The longest that an update waits for a good moment. */
export const patience = 15 * 60_000;
/** A browser that was told to begin anew and does not: work goes on. */
const slowest = 30_000;

/** Whether an alarm is the one that tries again. */
export const triesUpdate = ({ name }: { name: string }): boolean => name === alarm;

/** The browser has fetched an update. It takes effect now, or at the first good moment. */
export async function updateCame(pipeline: Pipeline): Promise<void> {
  const before = (await browser.storage.session.get(cameKey))[cameKey];
  // A still newer one waits no longer than the first.
  if (before === undefined) await browser.storage.session.set({ [cameKey]: now() });
  await browser.alarms.create(alarm, { periodInMinutes: 1 });
  await takeUpdate(pipeline);
}

/** Begins anew with the update if it is a good moment, or if there was none for too long. */
export async function takeUpdate({ database }: Pick<Pipeline, "database">): Promise<void> {
  const came = (await browser.storage.session.get(cameKey))[cameKey] as number | undefined;
  // The browser has taken it, as at its start: what it kept for the session is gone.
  if (came === undefined) return void (await browser.alarms.clear(alarm));
  if (now() - came < patience && !(await isQuiet(database))) return;
  await flushPages();
  const places = (await openPages()).filter((page) => page.startsWith(browser.runtime.getURL("options")));
  if (places.length > 0) await browser.storage.local.set({ [placesKey]: places });
  // Nothing is in mid-write: whoever writes has this lock, and it ends with this worker.
  await navigator.locks.request("writer", async () => {
    browser.runtime.reload();
    await new Promise((done) => setTimeout(done, slowest));
  });
}

/** Whether nobody acts, nobody looks at a page of ours, and nothing is under way. */
async function isQuiet(database: Database): Promise<boolean> {
  const open = await readSetting(database, "open-trajectory");
  if (open && now() - open.lastAt < quiet) return false;
  if ((await openPages()).length > 0) return false;
  const { held = [] } = await navigator.locks.query();
  return held.length === 0;
}

/** The person's pages that the update closed are there again, where they were. */
export async function reopenPages(): Promise<void> {
  const places = (await browser.storage.local.get(placesKey))[placesKey] as string[] | undefined;
  if (!places) return;
  await browser.storage.local.remove(placesKey);
  for (const url of places) await browser.tabs.create({ url, active: false });
}
