// Lays a release into the store's folder. A version that is there with other bytes is never written over.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Files, filesBelow } from "./archive.ts";
import { differences } from "./compare.ts";

/** Returns the release's folder and whether it is new. */
export function writeRelease(
  store: string,
  version: string,
  files: Files,
): { folder: string; isNew: boolean } {
  const folder = join(store, version);
  if (existsSync(folder)) {
    const other = differences(filesBelow(folder), files);
    if (other.length === 0) return { folder, isNew: false };
    throw new Error(
      `Version ${version} is in the store already, with other files. Raise the version in package.json.\n${other.join("\n")}`,
    );
  }
  // Under its name only when it is whole: the store may be looking.
  const partial = join(store, `.${version}.partial`);
  mkdirSync(partial, { recursive: true });
  for (const [name, content] of files) writeFileSync(join(partial, name), content);
  renameSync(partial, folder);
  return { folder, isNew: true };
}

/** The package's own number: the one version of everything that is packed. */
export const versionOf = (root: string): string =>
  (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }).version;
