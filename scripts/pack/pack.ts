// Makes a release out of the commit that is checked out.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { oldest, usualFirefoxId } from "../build/manifest.ts";
import { archiveOf, type Files } from "./archive.ts";
import { build, type Source } from "./build.ts";
import { changesOf } from "./changes.ts";
import { commitOf } from "./commit.ts";
import { contentsOf } from "./contents.ts";
import { releaseFiles } from "./release-of.ts";
import type { SigningKey } from "./signing-key.ts";
import { writeCrx } from "./write-crx.ts";
import { versionOf } from "./write-release.ts";

const licencesSchema = z.strictObject({ own: z.string(), packages: z.record(z.string(), z.string()) });

/** Every file of the release. The same commit, company and key give the same bytes. */
export async function pack(source: Source, key: SigningKey): Promise<Files> {
  const { root, company } = source;
  const commit = commitOf(root);
  const version = versionOf(root);
  const read = (path: string) => readFileSync(join(root, path), "utf8");
  const { own, packages } = licencesSchema.parse(JSON.parse(read("lib/ui/licences.json")));
  return releaseFiles({
    version,
    commit: commit.hash,
    at: commit.at,
    chromiumId: key.chromiumId,
    firefoxId: company?.said.firefoxId ?? usualFirefoxId,
    oldest,
    changes: changesOf(read("CHANGELOG.md"), version),
    packages: {
      chromium: await writeCrx(archiveOf(build(source, "chrome")), key.pem),
      firefox: archiveOf(build(source, "firefox")),
      source: archiveOf(commit.files),
      contents: Buffer.from(
        contentsOf(JSON.parse(read("package-lock.json")), { inside: packages, own, at: commit.at }),
      ),
    },
  });
}
