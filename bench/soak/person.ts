// What the person does in the extension's own pages, and the hours that pass by its movable clock.
import { setTimeout as after } from "node:timers/promises";
import type { BrowserContext, Page } from "playwright";
import { readRows, type StoredRows, stepsOf } from "../capture/stored.ts";

const hour = 3_600_000;
const patience = 30_000;

export const rowsOf = (options: Page): Promise<StoredRows> => options.evaluate(readRows);

/** Reads the store until it is as wanted, and gives what it was at last. */
export async function until(
  options: Page,
  is: (rows: StoredRows) => boolean,
  wait: number = patience,
): Promise<StoredRows> {
  const deadline = Date.now() + wait;
  for (;;) {
    const rows = await rowsOf(options);
    if (is(rows) || Date.now() > deadline) return rows;
    await after(200);
  }
}

const setClock = (options: Page, clockOffset: number): Promise<void> =>
  options.evaluate((offset) => chrome.storage.local.set({ clockOffset: offset }), clockOffset);

const areClosed = ({ trajectories }: StoredRows): boolean =>
  trajectories.every(({ closedAt }) => closedAt !== undefined);

/** An hour without an act: what is due in it happens, and the pages' own clock is met again. */
export async function anHourPasses(options: Page): Promise<void> {
  await setClock(options, hour);
  await until(options, areClosed);
  await setClock(options, 0);
}

export async function finishes(options: Page): Promise<void> {
  await options.getByRole("button", { name: "Finish this trajectory" }).click();
  await until(options, areClosed);
}

/** Presses the one button of the side bar that pauses or resumes. */
export async function presses(options: Page, name: "Pause" | "Resume now"): Promise<void> {
  await options.getByRole("button", { name, exact: true }).first().click();
}

export async function stopWorkers(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await session.detach();
}

const clicks = (rows: StoredRows, tool: string, button: "main" | "auxiliary") =>
  stepsOf(rows, tool).filter((step) => step.kind === "click" && step.button === button);

/** The buttons that were clicked, in the order of time, by the last link of their paths. */
export const clicked = (rows: StoredRows, tool: string): number[] =>
  clicks(rows, tool, "main").map(({ target }) => target!.path.at(-1)!.nth);

/**
 * After a pause a tab's page script asks anew what it may record, and asks again where the worker was stopped over
 * that: presses the other button, which the ledger leaves out, until it is stored.
 */
export async function seesItRecord(options: Page, tool: string, press: () => Promise<void>): Promise<void> {
  const count = (rows: StoredRows) => clicks(rows, tool, "auxiliary").length;
  const before = count(await rowsOf(options));
  for (let tries = 0; tries < 10; tries++) {
    await press();
    if (count(await until(options, (rows) => count(rows) > before, 3000)) > before) return;
  }
  throw new Error("Recording did not go on after a pause.");
}
