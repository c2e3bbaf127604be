// Archives whose bytes depend on their content alone: entries by name, one fixed time, one level of compression.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type Zippable, zipSync } from "fflate";

/** Name with forward slashes, to content. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** By code units: no language has a say. */
const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) =>
  a < b ? -1 : a > b ? 1 : 0;

/** The archive of these files. */
export function archiveOf(files: Files): Uint8Array {
  const entries: Zippable = {};
  // The earliest an archive can say. It knows no time zone: this hour of this machine is the same hour on every other.
  const mtime = new Date(1980, 0, 1);
  for (const [name, content] of [...files].toSorted(byName)) {
    // As on a system that knows modes: a plain file that all may read.
    entries[name] = [content, { mtime, level: 9, os: 3, attrs: 0o100644 << 16 }];
  }
  return zipSync(entries);
}

/** All files below a folder. */
export function filesBelow(folder: string): Files {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    found.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path).split(sep).join("/"), readFileSync(path)];
    }),
  );
}
