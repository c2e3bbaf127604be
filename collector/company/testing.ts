// The example company and a release of it, for unit tests.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Company, companySchema } from "../../schemas/company.ts";
import type { Release } from "../../schemas/release.ts";

const file = join(import.meta.dirname, "..", "..", "examples", "company", "company.json");

export const exampleFields = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
export const example: Company = companySchema.parse(exampleFields);

export const ids = {
  chromiumId: "abcdefghijklmnopabcdefghijklmnop",
  firefoxId: "tooltrail@norhaven.example",
};

/** A release with sums that are those of nothing. */
export const releaseOf = (version: string): Release => ({
  format: "tooltrail-release/1",
  version,
  commit: "c".repeat(40),
  at: Date.UTC(2026, 10, 20),
  ...ids,
  oldest: { chromium: "130", firefox: "140.0" },
  files: [
    { name: `tooltrail-${version}.crx`, role: "chromium", size: 1000, sha256: "a".repeat(64) },
    { name: `tooltrail-${version}.xpi`, role: "firefox", size: 1001, sha256: "b".repeat(64) },
    { name: `tooltrail-${version}-source.zip`, role: "source", size: 1002, sha256: "c".repeat(64) },
    { name: `tooltrail-${version}.cdx.json`, role: "contents", size: 1003, sha256: "d".repeat(64) },
  ],
  changes: [`What is new in ${version}.`],
});
