// What time brings: idle trajectories close, shipments leave, pauses end, old steps expire. One alarm for all.
import { readDoorway } from "../consent/doorway.ts";
import { agreedTools, isPaused } from "../consent/gate.ts";
import { readDiskFull } from "../diagnostics/disk-full.ts";
import { expire } from "../personal-data/expire.ts";
import { browser } from "../platform/browser.ts";
import { now } from "../platform/clock.ts";
import { isGranted, register } from "../scope/registration.ts";
import { ship } from "../shipping/ship.ts";
import { closeIdle } from "../trajectory/open.ts";
import { findSpace } from "./find-space.ts";
import type { Pipeline } from "./pipeline.ts";
import { restartPages } from "./restart-pages.ts";
import { showState } from "./toolbar.ts";

const alarm = "due";
const day = 24 * 3_600_000;

/** Does what is due now, then sets the alarm for what comes next. Safe to call at any time, any number of times. */
export async function runDue(pipeline: Pipeline): Promise<void> {
  const { database, make } = pipeline;
  await closeIdle(database, make);
  await expire(database, make);
  await ship(database);
  const doorway = await readDoorway(database);
  if (doorway.pause && !isPaused(doorway.pause, doorway.now)) {
    await database.settings.delete("pause");
    await restartPages(database);
  }
  if (await findSpace(database)) await restartPages(database);
  await refresh(pipeline);
}

/** Registration, toolbar and alarm follow from what is stored. */
export async function refresh({ database }: Pick<Pipeline, "database">): Promise<void> {
  const doorway = await readDoorway(database);
  const tools = agreedTools(doorway);
  const granted = await Promise.all(tools.map(isGranted));
  await register(tools.filter((_, position) => granted[position]));
  await showState(doorway);
  await setAlarm(database, doorway.pause?.until ?? null);
}

async function setAlarm(database: Pipeline["database"], pauseEnds: number | null): Promise<void> {
  const open = await database.settings.get("open-trajectory");
  const waiting = await database.shipments.where("state").equals("waiting").toArray();
  const times = [
    now() + day,
    ...(open?.key === "open-trajectory" ? [open.lastAt + 5 * 60_000 + 1000] : []),
    ...waiting.map(({ readyAt, nextTryAt }) => Math.max(readyAt, nextTryAt)),
    ...(pauseEnds === null ? [] : [pauseEnds]),
    ...((await readDiskFull()) ? [now() + 5 * 60_000] : []),
  ];
  // An alarm under half a minute away is late anyway; the browser's own clock decides, so only the wait counts.
  const wait = Math.max(30_000, Math.min(...times) - now());
  await browser.alarms.create(alarm, { when: Date.now() + wait });
}

/** Whether an alarm is ours. */
export const isDue = ({ name }: { name: string }): boolean => name === alarm;
