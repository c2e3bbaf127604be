// Everything the extension holds in the browser, read without its code, and what the browser lists of it.
import { expect, type Page } from "@playwright/test";
import type { Person } from "./person.ts";

/** Every row of every object store, as lines of JSON by store, and the extension's storage areas. */
export type Held = Record<string, string[]>;

export const held = (options: Page): Promise<Held> =>
  options.evaluate(async () => {
    const found: Record<string, string[]> = {};
    const text = (_: string, value: unknown) =>
      value instanceof Uint8Array ? new TextDecoder().decode(value) : value;
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((yes, no) => {
        request.onsuccess = () => yes(request.result);
        request.onerror = () => no(request.error);
      });
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name!));
      for (const store of database.objectStoreNames) {
        const rows: unknown[] = await done(database.transaction(store).objectStore(store).getAll());
        found[store] = rows.map((row) => JSON.stringify(row, text));
      }
      database.close();
    }
    for (const area of ["local", "session", "sync"] as const)
      found[`storage.${area}`] = Object.entries(await chrome.storage[area].get(null)).map((entry) =>
        JSON.stringify(entry),
      );
    found.localStorage = Object.entries(localStorage).map((entry) => JSON.stringify(entry));
    return found;
  });

/** The names of the stores that hold anything. */
export const holding = async (options: Page): Promise<string[]> =>
  Object.entries(await held(options))
    .filter(([, rows]) => rows.length > 0)
    .map(([name]) => name)
    .sort();

/** The content scripts that the browser has of us. */
export const registered = (options: Page): Promise<string[]> =>
  options.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id));

/**
 * Moves the clock and waits until the background has done all that time brings: it sets its one alarm anew as the
 * last thing.
 */
export async function letTimePass(person: Person, milliseconds: number): Promise<void> {
  await person.options.evaluate(() => chrome.alarms.clearAll());
  await person.moveClock(milliseconds);
  await expect
    .poll(() => person.options.evaluate(async () => (await chrome.alarms.getAll()).length))
    .toBeGreaterThan(0);
}
