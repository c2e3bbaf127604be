// Whether the disk is full is kept outside the database, which cannot be written to then.
import { browser } from "../platform/browser.ts";
import { now } from "../platform/clock.ts";

const key = "diskFull";

export interface DiskFull {
  /** Milliseconds since the epoch. */
  since: number;
  /** Steps that could not be kept since then. */
  dropped: number;
}

/** Whether an error, or the one it wraps, is the browser's "no more space". Dexie wraps it as `inner`. */
export function isQuotaError(error: unknown): boolean {
  const { name, inner } = (error ?? {}) as { name?: string; inner?: unknown };
  return name === "QuotaExceededError" || (inner !== undefined && inner !== error && isQuotaError(inner));
}

export async function readDiskFull(): Promise<DiskFull | null> {
  return ((await browser.storage.local.get(key))[key] as DiskFull | undefined) ?? null;
}

/** Notes that so many steps found no space. */
export async function noteDiskFull(dropped: number): Promise<void> {
  const before = await readDiskFull();
  await browser.storage.local.set({
    [key]: { since: before?.since ?? now(), dropped: (before?.dropped ?? 0) + dropped },
  });
}

/** After something was deleted there may be space again. Returns the count to add to the counters. */
export async function clearDiskFull(): Promise<number> {
  const before = await readDiskFull();
  if (before) await browser.storage.local.remove(key);
  return before?.dropped ?? 0;
}

/** Calls back now and at each change, until the signal ends. */
export function watchDiskFull(listener: (full: DiskFull | null) => void, signal: AbortSignal): void {
  const read = () => void readDiskFull().then((full) => !signal.aborted && listener(full));
  const changed = (changes: Record<string, unknown>) => key in changes && read();
  browser.storage.onChanged.addListener(changed);
  signal.addEventListener("abort", () => browser.storage.onChanged.removeListener(changed));
  read();
}
