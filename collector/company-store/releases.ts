// The releases that lie in a store's folder, as `npm run pack` laid them there.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Release, releaseSchema } from "../../schemas/release.ts";

export interface StoredRelease {
  release: Release;
  /** The release's folder below the store's: its version. */
  folder: string;
  /** By name, sums compared. */
  files: ReadonlyMap<string, Uint8Array>;
}

const isVersion = (name: string) => /^\d+(\.\d+){0,3}$/.test(name);
const byNumber = new Intl.Collator("en", { numeric: true });

async function read(store: string, folder: string): Promise<StoredRelease> {
  const said: unknown = JSON.parse(await readFile(join(store, folder, "release.json"), "utf8"));
  const release = releaseSchema.parse(said);
  if (release.version !== folder) throw new Error(`The folder ${folder} holds version ${release.version}.`);
  const files = new Map<string, Uint8Array>();
  for (const { name, sha256 } of release.files) {
    const bytes = await readFile(join(store, folder, name));
    if (createHash("sha256").update(bytes).digest("hex") !== sha256)
      throw new Error(
        `${folder}/${name} is not what release.json says: its sum differs. Nothing is published.`,
      );
    files.set(name, bytes);
  }
  for (const name of ["SHA256SUMS", "release.json"])
    files.set(name, await readFile(join(store, folder, name)));
  return { release, folder, files };
}

/** All releases, the newest first. One file that is not as its release says stops all of it. */
export async function readReleases(store: string): Promise<StoredRelease[]> {
  const entries = await readdir(store, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && isVersion(entry.name));
  const releases = await Promise.all(folders.map(({ name }) => read(store, name)));
  return releases.toSorted((a, b) => byNumber.compare(b.folder, a.folder));
}
