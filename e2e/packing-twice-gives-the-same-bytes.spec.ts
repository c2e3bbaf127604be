// Anybody can make the published packages again, and check one that they have.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";
import { cloneOf, packReleases, packs } from "./packed-releases.ts";

const company = "examples/company/company.json";

test("the same commit packed elsewhere has the same bytes; --verify believes those alone", async ({
  folder,
}) => {
  test.setTimeout(300_000);
  const named = join(process.cwd(), company);
  const first = join(packReleases({ folder, company: named, versions: ["1.0.0"] }), "1.0.0");
  const again = join(folder, "again");
  cloneOf(join(folder, "checkout"), again);
  const out = join(folder, "elsewhere");
  const args = ["--store", out, "--company", named, "--key", join(folder, "key.pem")];
  const packed = packs(again, args, { TZ: "Asia/Tokyo", LANG: "de_DE.UTF-8" });
  expect(packed.said).toContain("Packed into");
  const names = readdirSync(first).sort();
  const kinds = ["SHA256SUMS", "release.json", "*-source.zip", "*.cdx.json", "*.crx", "*.xpi"];
  expect(new Set(names.map((name) => name.replace("tooltrail-1.0.0", "*")))).toEqual(new Set(kinds));
  expect(readdirSync(join(out, "1.0.0")).sort()).toEqual(names);
  for (const name of names)
    expect(readFileSync(join(out, "1.0.0", name)).equals(readFileSync(join(first, name))), name).toBe(true);

  const verify = (file: string) => packs(again, ["--verify", file, "--company", named]);
  for (const kind of ["crx", "xpi"]) {
    const { ok, said } = verify(join(first, `tooltrail-1.0.0.${kind}`));
    expect([ok, said]).toEqual([true, expect.stringContaining("byte for byte")]);
  }
  const flipped = readFileSync(join(first, "tooltrail-1.0.0.crx"));
  flipped[5000]! ^= 1;
  const wrong = join(folder, "flipped.crx");
  writeFileSync(wrong, flipped);
  expect(verify(wrong).ok).toBe(false);
  // A file that is not in the commit: nobody could make the same package.
  writeFileSync(join(again, "README.md"), "other");
  const refused = packs(again, args);
  expect([refused.ok, refused.said]).toEqual([false, expect.stringContaining("differ from the commit")]);
});
