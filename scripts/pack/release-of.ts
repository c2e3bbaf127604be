// The files of a release: two packages, the source they are made from, what is inside, and the sums of all of them.
import { createHash } from "node:crypto";
import { type PackagedFile, type Release, releaseSchema } from "../../schemas/release.ts";
import type { Files } from "./archive.ts";

export interface Made {
  version: string;
  commit: string;
  at: number;
  chromiumId: string;
  firefoxId: string;
  oldest: Release["oldest"];
  changes: string[];
  packages: Record<PackagedFile["role"], Uint8Array>;
}

const endings: Record<PackagedFile["role"], string> = {
  chromium: ".crx",
  firefox: ".xpi",
  source: "-source.zip",
  contents: ".cdx.json",
};

const sumOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Every file of the release's folder, by name. Pure: the same made gives the same bytes. */
export function releaseFiles({ packages, version, ...rest }: Made): Files {
  const named = (Object.keys(endings) as PackagedFile["role"][]).map(
    (role) => [`tooltrail-${version}${endings[role]}`, role, packages[role]] as const,
  );
  const release = releaseSchema.parse({
    format: "tooltrail-release/1",
    version,
    ...rest,
    files: named.map(([name, role, bytes]) => ({ name, role, size: bytes.length, sha256: sumOf(bytes) })),
  });
  // As `sha256sum --check` reads it.
  const sums = release.files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join("");
  return new Map<string, Uint8Array>([
    ...named.map(([name, , bytes]) => [name, bytes] as const),
    ["SHA256SUMS", Buffer.from(sums)],
    ["release.json", Buffer.from(`${JSON.stringify(release, null, 2)}\n`)],
  ]);
}
