import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Company } from "../../schemas/company.ts";
import { example, exampleFields, releaseOf } from "../company/testing.ts";
import { temporaryFolder } from "../testing.ts";
import { publishList } from "./publish-list.ts";
import { storeRoutes } from "./routes.ts";
import { siteOf } from "./site.ts";
import { startStore } from "./start.ts";
import { publicHalf, readStop, signStop, storeKey, writeStop } from "./stop-file.ts";
import { readToolList } from "./tool-list-file.ts";

function lay(dir: string, version: string, changed: object = {}): void {
  const release = releaseOf(version);
  const files = release.files.map((file) => {
    const content = Buffer.from(`${file.role} ${version}`);
    return { ...file, content, sha256: createHash("sha256").update(content).digest("hex") };
  });
  mkdirSync(join(dir, version));
  for (const { name, content } of files) writeFileSync(join(dir, version, name), content);
  writeFileSync(join(dir, version, "SHA256SUMS"), "sums");
  const said = { ...release, files: files.map(({ content: _, ...file }) => file), ...changed };
  writeFileSync(join(dir, version, "release.json"), JSON.stringify(said));
}

const says = (dir: string, changed: Partial<Company> = {}) =>
  writeFileSync(join(dir, "company.json"), JSON.stringify({ ...exampleFields, ...changed }));

function folder(...versions: string[]): string {
  const dir = temporaryFolder(onTestFinished);
  says(dir);
  for (const version of versions) lay(dir, version);
  return dir;
}
const textOf = async (dir: string, path: string) =>
  Buffer.from((await siteOf({ dir })).get(path)!).toString("utf8");

test("the newest release is the one that is offered; a ring may be held at an older one", async () => {
  const dir = folder("0.1.0", "0.9.0", "0.10.0");
  expect(await textOf(dir, "updates.xml")).toContain('/0.10.0/tooltrail-0.10.0.crx" version="0.10.0"');
  expect(await textOf(dir, "updates-first.xml")).toContain('version="0.10.0"');
  expect(await textOf(dir, "updates-rest.xml")).toContain('version="0.1.0"');
  expect(JSON.parse(await textOf(dir, "updates.json")).addons).toMatchObject({
    "tooltrail@norhaven.example": { updates: [{ version: "0.10.0" }] },
  });
  expect(await textOf(dir, "tooltrail.xpi")).toBe("firefox 0.10.0");
});

test("the page says versions, sums, permissions, changes and every policy, and loads nothing from elsewhere", async () => {
  const dir = folder("0.1.0", "0.2.0");
  const page = await textOf(dir, "index.html");
  for (const words of [
    "Norhaven internal store",
    "0.2.0, 20 November 2026",
    "What is new in 0.1.0.",
    "What it may do",
  ])
    expect(page).toContain(words);
  expect(page).toContain(createHash("sha256").update("chromium 0.2.0").digest("hex"));
  expect(page).not.toMatch(/<script|(?:src|href)="(?:https?:|\/)/);
  const site = await siteOf({ dir });
  const links = [...page.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, link]) => link!);
  expect(links.length).toBeGreaterThan(60);
  expect(links.filter((link) => !site.has(link))).toEqual([]);
  const style = /<style>([\s\S]*)<\/style>/.exec(page)![1]!;
  expect(page).toContain(`sha256-${createHash("sha256").update(style).digest("base64")}`);
});

test("what a company writes is text on the page", async () => {
  const dir = folder("0.1.0");
  says(dir, { company: "<script>alert(1)</script>" });
  expect(await textOf(dir, "index.html")).not.toContain("<script>");
});

test.each<[string, (dir: string) => void, RegExp]>([
  ["no release", () => {}, /no release/],
  [
    "a file with other bytes",
    (dir) => {
      lay(dir, "0.1.0");
      writeFileSync(join(dir, "0.1.0", "tooltrail-0.1.0.crx"), "other");
    },
    /its sum differs/,
  ],
  [
    "a release under another's version",
    (dir) => lay(dir, "0.1.0", { version: "0.2.0" }),
    /holds version 0.2.0/,
  ],
  [
    "versions of two keys",
    (dir) => {
      lay(dir, "0.1.0");
      lay(dir, "0.2.0", { chromiumId: "p".repeat(32) });
    },
    /different keys/,
  ],
  ["a ring at a version that is not there", (dir) => lay(dir, "0.2.0"), /not in the store/],
  [
    "a company.json with a fault",
    (dir) => {
      lay(dir, "0.1.0");
      writeFileSync(join(dir, "company.json"), "{}");
    },
    /company/,
  ],
  [
    "a stop file of nobody",
    (dir) => {
      lay(dir, "0.1.0");
      writeFileSync(join(dir, "stop.jws"), "a.b.c");
    },
    /not signed by the key/,
  ],
])("%s is not published", async (_, spoil, why) => {
  const dir = folder();
  spoil(dir);
  await expect(siteOf({ dir })).rejects.toThrow(why);
});

test("over HTTP there are exactly these files; a new release counts at once, a broken one never", async () => {
  const dir = folder("0.1.0");
  const told: string[] = [];
  const app = storeRoutes({ dir, report: (line) => told.push(line) }, await siteOf({ dir }));
  const get = (path: string) => app.request(path);
  expect((await get("/")).headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect((await get("/0.1.0/tooltrail-0.1.0.crx")).headers.get("content-type")).toBe(
    "application/x-chrome-extension",
  );
  for (const path of ["/company.json", "/..%2fcompany.json", "/0.1.0", "/stop.jws", "/0.1.0/../company.json"])
    expect((await get(path)).status, path).toBe(404);
  const open = "access-control-allow-origin";
  expect([(await get("/stop.jws")).headers.get(open), (await get("/")).headers.get(open)]).toEqual([
    "*",
    null,
  ]);
  lay(dir, "0.2.0");
  expect(await (await get("/updates.xml")).text()).toContain('version="0.2.0"');
  writeFileSync(join(dir, "0.2.0", "tooltrail-0.2.0.crx"), "other");
  expect(await (await get("/updates.xml")).text()).toContain('version="0.2.0"');
  expect(await (await get("/0.2.0/tooltrail-0.2.0.crx")).text()).toBe("chromium 0.2.0");
  await get("/");
  expect(told).toEqual([expect.stringContaining("its sum differs")]);
});

test("the same files can be laid down for another web server", async () => {
  const dir = folder("0.1.0");
  const write = join(temporaryFolder(onTestFinished), "out");
  const rest = { host: "127.0.0.1", port: 0, path: "/", headerSeconds: 1, bodySeconds: 1 };
  await startStore({ dir, write, ...rest });
  const site = await siteOf({ dir });
  for (const [path, content] of site)
    expect(readFileSync(join(write, path)).equals(content), path).toBe(true);
});

test("a stop file is believed by the store's key alone, and then the page says it", async () => {
  const dir = folder("0.1.0");
  const { key } = await storeKey(join(temporaryFolder(onTestFinished), "store-key.json"));
  const { key: other } = await storeKey(join(temporaryFolder(onTestFinished), "store-key.json"));
  const text = await signStop(key, { stop: true, at: 1e12 });
  const store = publicHalf(key);
  expect(store).not.toHaveProperty("d");
  const day = 24 * 3_600_000;
  const said = { format: "tooltrail-stop/1", stop: true, at: 1e12, until: 1e12 + 90 * day };
  expect(await readStop(text, store)).toEqual(said);
  expect(await readStop(text, publicHalf(other))).toBeNull();
  const [head, body, sign] = text.split(".");
  const go = Buffer.from(JSON.stringify({ ...said, stop: false })).toString("base64url");
  expect(await readStop(`${head}.${go}.${sign}`, store)).toBeNull();
  const none = Buffer.from('{"alg":"none"}').toString("base64url");
  expect(await readStop(`${none}.${body}.`, store)).toBeNull();
  says(dir, { keys: { store } });
  expect(await textOf(dir, "index.html")).not.toContain("stops recording");
  writeStop(dir, text);
  expect(await textOf(dir, "index.html")).toContain("Norhaven stops recording for everybody");
  expect((await siteOf({ dir })).has("stop.jws")).toBe(true);
  for (const group of ["everyone", "germany"])
    expect(JSON.parse(await textOf(dir, `policies/${group}/managed-storage.json`))).toMatchObject({
      stop: true,
    });
});

test("the tool list is signed as company.json says it, believed by the store's key alone, and never out of date", async () => {
  const dir = folder("0.1.0");
  const file = join(temporaryFolder(onTestFinished), "store-key.json");
  const { key } = await storeKey(file);
  const { key: other } = await storeKey(join(temporaryFolder(onTestFinished), "store-key.json"));
  const say = vi.spyOn(console, "log").mockReturnValue(undefined);
  says(dir, { keys: { store: publicHalf(other) } });
  await expect(publishList({ dir, key: file })).rejects.toThrow("not the key that company.json names");
  says(dir, { keys: { store: publicHalf(key) } });
  expect((await siteOf({ dir })).has("tools.jws")).toBe(false);
  await publishList({ dir, key: file }, 1e12);
  expect(say.mock.lastCall?.[0]).toContain("1 tools");
  const text = await textOf(dir, "tools.jws");
  expect(await readToolList(text, publicHalf(key))).toEqual({
    format: "tooltrail-tools/1",
    tools: example.tools,
    at: 1e12,
  });
  expect(await readToolList(text, publicHalf(other))).toBeNull();
  says(dir, { keys: { store: publicHalf(key) }, tools: [] });
  await expect(siteOf({ dir })).rejects.toThrow("lists other tools");
  await publishList({ dir, key: file });
  expect((await siteOf({ dir })).has("tools.jws")).toBe(true);
  writeFileSync(join(dir, "tools.jws"), "a.b.c");
  await expect(siteOf({ dir })).rejects.toThrow("not signed by the key");
});
