import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeShipment } from "../shipping/make-shipment.ts";
import { openDatabase } from "../store/database.ts";
import { fake } from "./fake-browser.ts";
import type { Pipeline } from "./pipeline.ts";
import { addTool, removeTool } from "./tool-handlers.ts";

vi.mock("../platform/browser.ts", () => import("./fake-browser.ts"));

let pipeline: Pipeline;
let made = 0;
beforeEach(() => {
  const database = openDatabase(`tool-handlers-${made++}`);
  Object.assign(fake, { managed: {}, granted: true, told: [] });
  fake.removed.length = 0;
  pipeline = { database, make: makeShipment(database), changed: async () => {}, showTab: async () => {} };
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await pipeline.database.delete();
});

const adds = (pattern: string) =>
  addTool(pipeline, { alias: "Flows", pattern, owner: "", reason: "", vocabulary: null });

test.each(["https://github.io/*", "https://co.uk/*", "https://intranet/*"])(
  "%s is what sites of many owners lie under, and is not added",
  async (pattern) => {
    expect(await adds(pattern)).toEqual({ ok: false, why: "too-wide" });
    expect(await pipeline.database.tools.count()).toBe(0);
  },
);

test("without the browser's permission nothing is added", async () => {
  fake.granted = false;
  expect(await adds("https://flows.example/*")).toEqual({ ok: false, why: "not-granted" });
  expect(await pipeline.database.tools.count()).toBe(0);
});

test("a removed tool's permission is given back, unless another tool needs it", async () => {
  vi.stubEnv("FIREFOX", true as never);
  const one = await adds("http://flows.example:1880/*");
  const other = await adds("http://flows.example:1881/*");
  await removeTool(pipeline, one.tool!);
  expect(fake.removed).toEqual([]);
  await removeTool(pipeline, other.tool!);
  expect(fake.removed).toEqual(["http://flows.example/*"]);
});
