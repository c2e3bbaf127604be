import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { releaseSchema } from "../../schemas/release.ts";
import { archiveOf, filesBelow } from "./archive.ts";
import { changesOf } from "./changes.ts";
import { differences, filesIn } from "./compare.ts";
import { contentsOf } from "./contents.ts";
import { readCrx } from "./read-crx.ts";
import { releaseFiles } from "./release-of.ts";
import { keyVariable, signingKey } from "./signing-key.ts";
import { verdictOn } from "./verify.ts";
import { writeCrx } from "./write-crx.ts";
import { writeRelease } from "./write-release.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const files = new Map([
  ["manifest.json", bytes("{}")],
  ["chunks/a.js", bytes("1")],
]);
const newPem = () =>
  generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({
    type: "pkcs8",
    format: "pem",
  }) as string;

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "tooltrail-unit-"));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

test("an archive's bytes depend on its content alone: not on order, hour or time zone", () => {
  const first = archiveOf(files);
  expect(archiveOf(new Map([...files].reverse()))).toEqual(first);
  const zone = process.env.TZ;
  onTestFinished(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });
  process.env.TZ = "Pacific/Auckland";
  expect(archiveOf(files)).toEqual(first);
  expect([...filesIn(first).keys()]).toEqual(["chunks/a.js", "manifest.json"]);
});

test("a signed package is the same each time, and reads as what was signed", async () => {
  const pem = newPem();
  const archive = archiveOf(files);
  const crx = await writeCrx(archive, pem);
  expect(await writeCrx(archive, pem)).toEqual(crx);
  const { chromiumId } = signingKey("nowhere", { [keyVariable]: pem });
  expect(chromiumId).toMatch(/^[a-p]{32}$/);
  expect(readCrx(crx)).toEqual({ ok: true, id: chromiumId, archive: Buffer.from(archive) });
  expect(readCrx(await writeCrx(archive, newPem()))).not.toMatchObject({ id: chromiumId });
});

test("a package with one flipped bit anywhere, or cut short, is refused", async () => {
  const crx = await writeCrx(archiveOf(files), newPem());
  for (let at = 0; at < crx.length; at += 1) {
    const flipped = Buffer.from(crx);
    flipped[at]! ^= 1;
    expect(readCrx(flipped).ok, `byte ${at}`).toBe(false);
  }
  for (const length of [0, 4, 11, 12, 100, crx.length - 1])
    expect(readCrx(crx.subarray(0, length)).ok).toBe(false);
});

test("the key is made once, for its owner alone, and never over another", () => {
  const file = join(folder(), "keys", "key.pem");
  const first = signingKey(file, {});
  expect(first.made).toBe(true);
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(createPrivateKey(readFileSync(file)).asymmetricKeyDetails?.modulusLength).toBe(4096);
  expect(signingKey(file, {})).toEqual({ ...first, made: false });
  expect(() => signingKey(file, { [keyVariable]: "no key" })).toThrow();
});

test("a published package that differs is told by its files; Mozilla's signature is no difference", () => {
  const published = (changed: [string, Uint8Array][]) => ({
    browser: "firefox" as const,
    said: "",
    archive: archiveOf(new Map([...files, ...changed])),
  });
  expect(verdictOn(published([]), files)).toMatchObject({
    same: true,
    lines: ["", expect.stringContaining("byte for byte")],
  });
  expect(verdictOn(published([["META-INF/mozilla.rsa", bytes("s")]]), files).same).toBe(true);
  expect(verdictOn(published([["chunks/a.js", bytes("2")]]), files).lines).toContain(
    "chunks/a.js: other bytes",
  );
  expect(verdictOn(published([["chunks/b.js", bytes("2")]]), files).lines).toContain(
    "chunks/b.js: only in the published package",
  );
  expect(differences(new Map(), files)).toHaveLength(2);
});

const made = {
  version: "1.2.3",
  commit: "c".repeat(40),
  at: 1e12,
  chromiumId: "a".repeat(32),
  firefoxId: "a@b.example",
  oldest: { chromium: "130", firefox: "140.0" },
  changes: ["New."],
  packages: { chromium: bytes("c"), firefox: bytes("f"), source: bytes("s"), contents: bytes("{}") },
};

test("a release says its files with their sums, and is not written over another of the same version", () => {
  const store = folder();
  const release = releaseFiles(made);
  expect(writeRelease(store, "1.2.3", release)).toMatchObject({ isNew: true });
  expect(differences(filesBelow(join(store, "1.2.3")), release)).toEqual([]);
  expect(writeRelease(store, "1.2.3", releaseFiles(made)).isNew).toBe(false);
  const other = releaseFiles({ ...made, packages: { ...made.packages, firefox: bytes("g") } });
  expect(() => writeRelease(store, "1.2.3", other)).toThrow(/Raise the version/);
  const said = releaseSchema.parse(JSON.parse(readFileSync(join(store, "1.2.3", "release.json"), "utf8")));
  const sums = readFileSync(join(store, "1.2.3", "SHA256SUMS"), "utf8")
    .trim()
    .split("\n");
  expect(sums).toEqual(said.files.map(({ name, sha256 }) => `${sha256}  ${name}`));
});

test("the list of what is inside names each package once, with version, licence and sum", () => {
  const entry = (name: string, license: string) => ({
    [`node_modules/${name}`]: { version: "1.0.0", license, integrity: "sha512-AAAA" },
  });
  const lock = {
    version: "1.2.3",
    packages: { "": {}, ...entry("zod", "MIT"), ...entry("@hpke/core", "MIT"), ...entry("hono", "MIT") },
  };
  const contents = { inside: { zod: "MIT", "@hpke/core": "MIT" }, own: "Apache-2.0", at: 1e12 };
  const made = JSON.parse(contentsOf(lock, contents));
  expect(made.metadata).toMatchObject({
    timestamp: "2001-09-09T01:46:40.000Z",
    component: { version: "1.2.3" },
  });
  expect(made.components.map((one: { purl: string }) => one.purl)).toEqual([
    "pkg:npm/%40hpke/core@1.0.0",
    "pkg:npm/zod@1.0.0",
  ]);
  expect(made.components[1].hashes).toEqual([{ alg: "SHA-512", content: "000000" }]);
  expect(() => contentsOf(lock, { ...contents, inside: { dexie: "MIT" } })).toThrow(/dexie/);
  expect(() => contentsOf(lock, { ...contents, inside: { zod: "ISC" } })).toThrow(/ISC/);
});

test("a release says what it changes", () => {
  const text = "# Changes\n\n## 1.1.0\n\n- One,\n  still one.\n- Two.\n\n## 1.0.0\n\n- Older.\n";
  expect(changesOf(text, "1.1.0")).toEqual(["One, still one.", "Two."]);
  expect(() => changesOf(text, "2.0.0")).toThrow(/no section/);
});
