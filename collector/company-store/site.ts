// Everything that a store serves, as files: any static web server can serve the same.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Company } from "../../schemas/company.ts";
import { firefoxUpdateFile, firefoxUpdates, newestFirefox } from "../company/firefox.ts";
import { policyFiles } from "../company/policy-files.ts";
import { updateManifest } from "../company/update-manifest.ts";
import { erasingFiles } from "../erasing/page-files.ts";
import { page } from "./page.ts";
import { readCompany, type StoreFolder } from "./read-company.ts";
import { readReleases, type StoredRelease } from "./releases.ts";
import { icon, pictures } from "./screenshots.ts";
import { readStop, stopFile } from "./stop-file.ts";
import { isListOf, readToolList, toolListFile } from "./tool-list-file.ts";

/** Path below the store's address, to content. */
export type Site = ReadonlyMap<string, Uint8Array>;

const bytes = (text: string): Uint8Array => Buffer.from(text);

/** The release of each ring. Throws where one is held at a version that is not in the folder. */
function* ringReleases(company: Company, releases: readonly StoredRelease[]) {
  for (const { name, version } of company.rings ?? []) {
    const found = releases.find(({ folder }) => version === undefined || folder === version);
    if (!found) throw new Error(`The ring ${name} is held at version ${version}, which is not in the store.`);
    yield [name, found] as const;
  }
}

function* updateFiles(company: Company, releases: readonly StoredRelease[]): Generator<[string, Uint8Array]> {
  const newest = releases[0]!;
  const manifest = ({ release, folder }: StoredRelease) => bytes(updateManifest(company, release, folder));
  yield ["updates.xml", manifest(newest)];
  for (const [ring, found] of ringReleases(company, releases)) yield [`updates-${ring}.xml`, manifest(found)];
  const firefox = firefoxUpdateFile(company, newest.release, newest.folder);
  yield [firefoxUpdates, bytes(`${JSON.stringify(firefox, null, 2)}\n`)];
  const packed = newest.release.files.find(({ role }) => role === "firefox")!;
  yield [newestFirefox, newest.files.get(packed.name)!];
}

async function stopOf(dir: string, company: Company) {
  const file = join(dir, stopFile);
  if (!existsSync(file)) return { text: null, stop: null };
  const text = await readFile(file, "utf8");
  const key = company.keys?.store;
  const stop = key ? await readStop(text, key) : null;
  if (!stop)
    throw new Error(`${file} is not signed by the key that company.json names; nobody would believe it.`);
  return { text, stop };
}

async function listOf(dir: string, company: Company): Promise<string | null> {
  const file = join(dir, toolListFile);
  if (!existsSync(file)) return null;
  const text = await readFile(file, "utf8");
  const key = company.keys?.store;
  const list = key ? await readToolList(text, key) : null;
  if (!list)
    throw new Error(`${file} is not signed by the key that company.json names; nobody would believe it.`);
  if (!isListOf(list, company))
    throw new Error(
      `${file} lists other tools than company.json; browsers would follow it. Sign it anew: npm run collector -- list`,
    );
  return text;
}

/** The whole store. Throws where something does not fit: then nothing new is published. */
export async function siteOf(from: StoreFolder): Promise<Site> {
  const company = readCompany(from);
  const releases = await readReleases(from.dir);
  const newest = releases[0];
  if (!newest)
    throw new Error(`There is no release in ${from.dir}. Make one: npm run pack -- --store ${from.dir}`);
  const other = releases.find(({ release }) => release.chromiumId !== newest.release.chromiumId);
  if (other)
    throw new Error(
      `Versions ${other.folder} and ${newest.folder} are signed by different keys: no browser would take one for an update of the other.`,
    );
  const { chromiumId, firefoxId } = newest.release;
  const { text, stop } = await stopOf(from.dir, company);
  const list = await listOf(from.dir, company);
  // What the stop file says is in every policy too: that is what ends recording.
  const said: Company = stop?.stop ? { ...company, stop: true } : company;
  const policies = policyFiles(said, { chromiumId, firefoxId });
  return new Map<string, Uint8Array>([
    ...releases.flatMap(({ folder, files }) =>
      [...files].map(([name, content]) => [`${folder}/${name}`, content] as const),
    ),
    ...policies.map(({ path, bytes: content }) => [path, content] as const),
    ...updateFiles(company, releases),
    ...pictures.map(({ path, content }) => [path, content()] as const),
    ["icon.png", icon()],
    ...(await erasingFiles(company)),
    ...(text === null ? [] : [[stopFile, bytes(text)] as const]),
    ...(list === null ? [] : [[toolListFile, bytes(list)] as const]),
    [
      "index.html",
      bytes(
        String(await page({ company: said, releases: releases.map(({ release }) => release), policies })),
      ),
    ],
  ]);
}
