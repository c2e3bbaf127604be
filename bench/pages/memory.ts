// What the pages of an extension take of the machine's memory, as its system counts it: heaps, buffers, threads, all.
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as after } from "node:timers/promises";
import type { Page } from "playwright";

const often = 50;
const mega = 1024;

/** The processes that run pages of extensions under this profile's browser; none where the system does not tell. */
function processes(): string[] {
  try {
    return readdirSync("/proc").filter((name) => /^\d+$/.test(name) && isExtension(name));
  } catch {
    return [];
  }
}

/** Of this Node process's own browser: another run may measure at the same time. */
function isExtension(id: string): boolean {
  try {
    if (!readFileSync(`/proc/${id}/cmdline`, "utf8").includes("--extension-process")) return false;
    let parent = id;
    while (parent !== "0" && parent !== String(process.pid)) parent = field(parent, "PPid");
    return parent === String(process.pid);
  } catch {
    // It ended meanwhile.
    return false;
  }
}

const field = (id: string, name: string): string =>
  new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1] ?? "0";

/** Megabytes of their own and shared with the browser, without the files of the program; NaN where none is known. */
function taken(ids: readonly string[]): number {
  if (ids.length === 0) return Number.NaN;
  const kilobytes = ids.map((id) => Number(field(id, "RssAnon")) + Number(field(id, "RssShmem")));
  return kilobytes.reduce((all, one) => all + one, 0) / mega;
}

export interface Taken {
  rest: number;
  most: number;
}

/** Megabytes at rest, which is after a collection of garbage, and at most while something is done. */
export async function memoryDuring(page: Page, does: () => Promise<void>): Promise<Taken> {
  const ids = processes();
  const session = await page.context().newCDPSession(page);
  for (let turn = 0; turn < 2; turn++) await session.send("HeapProfiler.collectGarbage");
  await session.detach();
  const rest = await settled(ids);
  let most = rest;
  const timer = setInterval(() => {
    most = Math.max(most, taken(ids));
  }, often);
  try {
    await does();
  } finally {
    clearInterval(timer);
  }
  return { rest, most };
}

/** Once it has not changed by more than a megabyte for a second. */
async function settled(ids: readonly string[]): Promise<number> {
  let last: number[] = [];
  while (last.length < 20) {
    const now = taken(ids);
    last = last.filter((before) => !(Math.abs(before - now) > 1));
    last.push(now);
    await after(often);
  }
  return last.at(-1)!;
}
