// What `npm run pack` says of one release: the file `release.json` in the release's folder of the store.
import { z } from "zod";
import { chromiumIdSchema, firefoxIdSchema, versionSchema } from "./company.ts";
import { epochSchema } from "./id.ts";

const published = (form: RegExp, longest: number) =>
  z.string().regex(form).max(longest).meta({ source: "published" });

/** SHA-256 in hexadecimal, as every checksum program shows it. */
const sumSchema = published(/^[0-9a-f]{64}$/, 64);

export const packageRoles = ["chromium", "firefox", "source", "contents"] as const;

const packagedFileSchema = z.strictObject({
  name: published(/^[a-z0-9][a-z0-9.-]*$/, 100),
  /** `contents` is the list of what is inside (CycloneDX). */
  role: z.enum(packageRoles),
  size: z.int().min(1),
  sha256: sumSchema,
});
export type PackagedFile = z.infer<typeof packagedFileSchema>;

export const releaseSchema = z.strictObject({
  format: z.literal("tooltrail-release/1"),
  version: versionSchema,
  /** The commit it was made from, and when that was made. */
  commit: published(/^[0-9a-f]{40}$/, 40),
  at: epochSchema,
  chromiumId: chromiumIdSchema,
  firefoxId: firefoxIdSchema.meta({ source: "published" }),
  /** The oldest browsers it runs in. */
  oldest: z.strictObject({ chromium: versionSchema, firefox: versionSchema }),
  files: z.array(packagedFileSchema).length(packageRoles.length),
  changes: z.array(z.string().min(1).max(500).meta({ source: "published" })).max(100),
});
export type Release = z.infer<typeof releaseSchema>;
