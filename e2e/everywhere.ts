// Every place where something typed could end up: what the extension holds, its files, network, console, export,
// collector, dataset.
import { execFileSync } from "node:child_process";
import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, ConsoleMessage, Page } from "@playwright/test";
import { unzipSync } from "fflate";
import type { Place } from "./canary.ts";
import { held } from "./held.ts";
import type { Arrived } from "./in-place-of-the-collector.ts";
import type { Person } from "./person.ts";

const files = (name: string, folder: string, patterns: readonly string[]): Place[] =>
  patterns
    .flatMap((pattern) => globSync(pattern, { cwd: folder }))
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => ({ name: `${name} ${path}`, bytes: readFileSync(join(folder, path)) }));

/**
 * Rows read in the page. The browser may compress the blocks of its files (snappy), and then no search of a file
 * can see a string in it; the rows themselves are plain.
 */
export const rowsPlaces = async (options: Page): Promise<Place[]> =>
  Object.entries(await held(options)).map(([store, rows]) => ({
    name: `rows ${store}`,
    bytes: Buffer.from(rows.join("\n")),
  }));

/**
 * The extension's own files of a profile, after its browser has closed. The browser's own history, autofill and
 * session files hold what a person typed with or without us.
 */
export const profilePlaces = (profile: string, id: string): Place[] =>
  files("profile", profile, [
    `Default/IndexedDB/chrome-extension_${id}_*/**/*`,
    `Default/{Local,Sync,Managed} Extension Settings/${id}/**/*`,
    "Default/Extension {State,Rules,Scripts}/**/*",
    `Default/Storage/ext/${id}/**/*`,
    "Default/Service Worker/{Database,ScriptCache}/**/*",
  ]);

export const wirePlaces = (arrived: readonly Arrived[]): Place[] =>
  arrived.flatMap(({ method, url, headers, body, inflated }, n) => [
    { name: `request ${n} head`, bytes: Buffer.from(`${method} ${url}\n${headers}`) },
    { name: `request ${n} body`, bytes: body },
    { name: `request ${n} body inflated`, bytes: inflated },
  ]);

/** Collects the console of every page and of the worker from now on. */
export function listenToConsole(context: BrowserContext): () => Place[] {
  const lines: string[] = [];
  const take = (message: ConsoleMessage) => lines.push(message.text());
  context.on("console", take);
  const hear = (worker: ReturnType<BrowserContext["serviceWorkers"]>[number]) => worker.on("console", take);
  context.serviceWorkers().forEach(hear);
  context.on("serviceworker", hear);
  context.on("weberror", (problem) => lines.push(String(problem.error().stack)));
  return () => [{ name: "console", bytes: Buffer.from(lines.join("\n")) }];
}

/** Downloads the personal export as the person does; each file of it is a place. */
export async function exportPlaces(person: Person): Promise<Place[]> {
  const download = await person.exports();
  const zip = readFileSync(await download.path());
  const inside = Object.entries(unzipSync(new Uint8Array(zip))).map(([name, bytes]) => ({
    name: `export ${name}`,
    bytes: Buffer.from(bytes),
  }));
  return [{ name: "export file", bytes: zip }, ...inside];
}

/** The collector's file with its journal, and the dataset made of it. */
export function collectedPlaces(file: string, out: string): Place[] {
  const printed = execFileSync(process.execPath, [
    "collector/dataset/main.ts",
    "build",
    "--from",
    file,
    "--out",
    out,
  ]);
  return [
    { name: "dataset printed", bytes: printed },
    ...files("dataset", out, ["**/*"]),
    ...files("collector", join(file, ".."), ["collector.sqlite*"]),
  ];
}
