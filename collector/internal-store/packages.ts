// The built packages in one folder. What is not in this list is not served.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

export interface Package {
  file: string;
  /** As the build names it: chrome, firefox, ...; `sources` is the code of the Firefox package for review. */
  browser: string;
  version: string;
  /** The demonstration build, whose review window is short. */
  demo: boolean;
  /** In bytes. */
  size: number;
  /** SHA-256 in hexadecimal. */
  digest: string;
}

// Builds of mode test and tour have origins granted beforehand; they end in their mode and are never offered.
const form = /^tooltrail-(\d+(?:\.\d+)*)-([a-z]+)(-demo)?\.zip$/;

async function names(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    // Plain files only: a link could lead out of the folder.
    return entries.filter((entry) => entry.isFile() && form.test(entry.name)).map((entry) => entry.name);
  } catch (cause) {
    // Before the first build there is no folder, and the page says so.
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw cause;
  }
}

/** The bytes of a listed package, or undefined for every other name. */
export async function readPackage(
  folder: string,
  file: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return (await names(folder)).includes(file)
    ? new Uint8Array(await readFile(join(folder, file)))
    : undefined;
}

async function describe(folder: string, file: string): Promise<Package> {
  const [, version = "", browser = "", demo] = form.exec(file) ?? [];
  const bytes = await readFile(join(folder, file));
  return {
    file,
    browser,
    version,
    demo: demo !== undefined,
    size: bytes.length,
    digest: createHash("sha256").update(bytes).digest("hex"),
  };
}

const newest = new Intl.Collator("en", { numeric: true });

/** All packages of the folder, the newest version first. */
export async function listPackages(folder: string): Promise<Package[]> {
  const packages = await Promise.all((await names(folder)).map((file) => describe(folder, file)));
  return packages.toSorted(
    (a, b) => newest.compare(b.version, a.version) || newest.compare(a.browser, b.browser),
  );
}
