// What time brings: idle trajectories close, shipments leave, pauses end, old steps expire. One alarm for all.
import { readDoorway, readStored, readUsedAt } from "../consent/doorway.ts";
import { enact } from "../consent/enact.ts";
import { agreedTools, type Doorway, isPaused } from "../consent/gate.ts";
import { readDiskFull } from "../diagnostics/disk-full.ts";
import { tellPages } from "../messaging/tell-pages.ts";
import { expire } from "../personal-data/expire.ts";
import { finishDeletions } from "../personal-data/undoable.ts";
import { browser } from "../platform/browser.ts";
import { now } from "../platform/clock.ts";
import { isGranted, register } from "../scope/registration.ts";
import { makeHealth } from "../shipping/make-health.ts";
import { nextUploads } from "../shipping/next-uploads.ts";
import { upload } from "../shipping/upload.ts";
import { readSetting } from "../store/database.ts";
import { dropUncited } from "../store/outlines.ts";
import { write } from "../store/writer.ts";
import { closeIdle, idleFrom } from "../trajectory/open.ts";
import { afterInstall, bringNotice } from "./bring-notice.ts";
import { findSpace } from "./find-space.ts";
import { followPolicy } from "./follow-policy.ts";
import { askStore, asksStore, keepAsking } from "./follow-stop.ts";
import { reopenPages, takeUpdate, triesUpdate } from "./follow-update.ts";
import type { Pipeline } from "./pipeline.ts";
import { showState } from "./toolbar.ts";

const alarm = "due";
const day = 24 * 3_600_000;

/** Does what is due now, then sets the alarm for what comes next. Safe to call at any time, any number of times. */
export async function runDue(pipeline: Pipeline): Promise<void> {
  const { database, make } = pipeline;
  const resumed = await passTime(database);
  // At once: what comes after may wait for a browser that says nothing of policies, or for a slow collector.
  if (resumed) await showState(database);
  if ((await finishDeletions(database, { make, all: false })) > 0) {
    // Pages begin anew, and hand over what they are in.
    await write(database, () => dropUncited(database, () => true));
    await tellPages("page.configure");
  }
  await followPolicy(pipeline, () => void runDue(pipeline));
  await closeIdle(database, make);
  await expire(database, make);
  await makeHealth(database);
  await upload(database);
  const again = await findSpace(database);
  await refresh(pipeline);
  // Pages that were told to stop begin anew.
  if (resumed || again) await tellPages("page.configure");
}

/** Whether a pause is over. Where an idle shared profile ended the agreement, pages end with it. */
async function passTime(database: Pipeline["database"]): Promise<boolean> {
  const { pause, now } = await readDoorway(database);
  const before = await readStored(database);
  const after = await enact(database, { is: "time", usedAt: await readUsedAt(database) });
  if (after.profile?.lapsedAt !== before.profile?.lapsedAt) {
    // A page that does not answer does not hold up the toolbar.
    await Promise.all([tellPages("page.stop"), showState(database)]);
    await bringNotice(database, "ended");
  }
  return pause !== undefined && !isPaused(pause, now);
}

let refreshing: Promise<void> = Promise.resolve();

/**
 * Registration, toolbar and alarm follow from what is stored. One after the other: what was read before a change is
 * never registered over what was read after it.
 */
export function refresh(pipeline: Pipeline): Promise<void> {
  // Not after what is under way, and before a page begins.
  const shown = showState(pipeline.database);
  const done = Promise.all([shown, refreshing]).then(() => follow(pipeline));
  refreshing = done.catch(() => undefined);
  return done;
}

async function follow(pipeline: Pipeline): Promise<void> {
  const doorway = await readDoorway(pipeline.database);
  const tools = agreedTools(doorway);
  const granted = await Promise.all(tools.map(isGranted));
  await register(tools.filter((_, position) => granted[position]));
  await setAlarm(pipeline, doorway);
}

let soon: ReturnType<typeof setTimeout> | undefined;

async function setAlarm(pipeline: Pipeline, { pause, policy }: Doorway): Promise<void> {
  const { database } = pipeline;
  const seconds = [
    ...(policy.is === "waiting" && policy.until !== null ? [policy.until] : []),
    ...(await database.tombstones.toArray()).map(({ until }) => until),
  ];
  const open = await readSetting(database, "open-trajectory");
  const times = [
    now() + day,
    ...(open ? [(await idleFrom(database, open)) + 1000] : []),
    ...(await nextUploads(database)),
    ...(pause?.until == null ? [] : [pause.until]),
    ...seconds,
    ...((await readDiskFull()) ? [now() + 5 * 60_000] : []),
  ];
  // An alarm under half a minute away is late anyway; the browser's own clock decides, so only the wait counts.
  const wait = Math.max(30_000, Math.min(...times) - now());
  await browser.alarms.create(alarm, { when: Date.now() + wait });
  // What is a matter of seconds is done by this worker, while it lives. A timer may be a little early.
  clearTimeout(soon);
  const first = Math.min(...seconds) - now() + 50;
  soon = first < 30_000 ? setTimeout(() => void runDue(pipeline), first) : undefined;
}

export { keepAsking } from "./follow-stop.ts";
export { updateCame } from "./follow-update.ts";

/** The extension was installed or updated, or the browser was. */
export const came = (pipeline: Pipeline, reason: string): Promise<unknown> =>
  Promise.all([afterInstall(pipeline.database, reason), begin(pipeline)]);

/** The browser began, or the extension came or was updated. */
export const begin = (pipeline: Pipeline): Promise<unknown> =>
  Promise.all([
    beginAnew(pipeline),
    keepAsking(),
    askStore(pipeline),
    reopenPages(),
    // Always the same address: it says that somebody removed it, and not who or with what answer.
    browser.runtime.setUninstallURL(__REMOVED__),
  ]);

/** With an update the browser forgets what was registered: open pages have a script again before what takes its time. */
async function beginAnew(pipeline: Pipeline): Promise<void> {
  const resumed = await passTime(pipeline.database);
  await refresh(pipeline);
  if (resumed) await tellPages("page.configure");
  await runDue(pipeline);
}

/** What an alarm is for. */
export async function wake(pipeline: Pipeline, rung: { name: string }): Promise<void> {
  if (rung.name === alarm) await runDue(pipeline);
  else if (asksStore(rung)) await askStore(pipeline);
  else if (triesUpdate(rung)) await takeUpdate(pipeline);
}
