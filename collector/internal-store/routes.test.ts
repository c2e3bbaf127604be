import { createHash } from "node:crypto";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { Hono } from "hono";
import { expect, onTestFinished, test } from "vitest";
import { RefusalError } from "../refusal.ts";
import { temporaryFolder } from "../testing.ts";
import { internalStoreRoutes } from "./routes.ts";

const bytes = Buffer.from("PK, not really");

function internalStore() {
  const above = temporaryFolder(onTestFinished);
  const folder = `${above}/packages`;
  mkdirSync(`${folder}/tooltrail-9.9.9-chrome.zip`, { recursive: true });
  writeFileSync(`${above}/tooltrail-1.0.0-secret.zip`, "above");
  for (const file of [
    "tooltrail-0.2.0-chrome.zip",
    "tooltrail-0.2.0-firefox.zip",
    "tooltrail-0.10.0-chrome.zip",
    "tooltrail-0.10.0-chrome-test.zip",
    "notes.txt",
  ]) {
    writeFileSync(`${folder}/${file}`, bytes);
  }
  symlinkSync(`${above}/tooltrail-1.0.0-secret.zip`, `${folder}/tooltrail-1.0.0-chrome.zip`);
  const app = new Hono().route("/store", internalStoreRoutes(folder));
  app.onError((cause, context) => context.text("", cause instanceof RefusalError ? 404 : 500));
  return app;
}

test("the page lists each package with browser, version, size and SHA-256", async () => {
  const response = await internalStore().request("/store");
  const text = await response.text();
  expect([...text.matchAll(/href="\/store\/([^"]+)"/g)].map(([, file]) => file)).toEqual([
    "tooltrail-0.10.0-chrome.zip",
    "tooltrail-0.2.0-chrome.zip",
    "tooltrail-0.2.0-firefox.zip",
  ]);
  expect(text).toContain(createHash("sha256").update(bytes).digest("hex"));
  expect(text).toContain("<dd>0.10.0</dd>");
  expect(text).toContain("1 KB");
  expect(text).toContain("Load unpacked");
  expect(text).not.toMatch(/<script|https?:/);
});

test("the page's policy allows exactly its own style", async () => {
  const response = await internalStore().request("/store");
  const style = /<style>([\s\S]*)<\/style>/.exec(await response.text())![1]!;
  const hash = createHash("sha256").update(style).digest("base64");
  expect(response.headers.get("content-security-policy")).toContain(`style-src 'sha256-${hash}'`);
});

test("a listed package is served as it is", async () => {
  const response = await internalStore().request("/store/tooltrail-0.2.0-firefox.zip");
  expect(response.headers.get("content-type")).toBe("application/zip");
  expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
});

test.each([
  "notes.txt",
  "tooltrail-0.10.0-chrome-test.zip",
  "tooltrail-9.9.9-chrome.zip",
  "tooltrail-1.0.0-chrome.zip",
  "..%2ftooltrail-1.0.0-secret.zip",
  "..%5ctooltrail-1.0.0-secret.zip",
  "%2e%2e%2ftooltrail-1.0.0-secret.zip",
  "../packages/notes.txt",
  "tooltrail-0.2.0-chrome.zip%00",
  "%2e%2e",
  "%ff",
])("nothing else is served: %s", async (path) => {
  expect((await internalStore().request(`/store/${path}`)).status).toBe(404);
});

test("before the first build the page says how to make one", async () => {
  const text = await (
    await new Hono().route("/store", internalStoreRoutes("nowhere")).request("/store")
  ).text();
  expect(text).toContain("There is no package yet");
});
