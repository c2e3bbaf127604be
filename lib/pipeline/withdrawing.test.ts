import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { EraseKey } from "../../schemas/queue.ts";
import { type Database, openDatabase } from "../store/database.ts";
import { dueErasure } from "../store/erase-queue.ts";
import { erasingWindow } from "../store/erasing-window.ts";
import { runDue } from "./due.ts";
import { personHandlers } from "./person-handlers.ts";
import type { Pipeline } from "./pipeline.ts";

vi.mock("../platform/browser.ts", () => import("./fake-browser.ts"));

// How a key leaves is not asked here, but that those that are due do.
const sending = vi.hoisted(() => ({ erasures: vi.fn(async () => {}) }));
vi.mock("../shipping/send-erasures.ts", () => ({ sendErasures: sending.erasures }));

const start = Date.UTC(2026, 10, 21);
let database: Database;
let pipeline: Pipeline;
let made = 0;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: start });
  sending.erasures.mockClear();
  database = openDatabase(`withdrawing-${made++}`);
  pipeline = { database, make: async () => null, changed: async () => {} };
  await personHandlers(pipeline)["consent.agree"]({ kinds: ["click"] });
});
afterEach(async () => {
  vi.useRealTimers();
  await database.delete();
});

const idOf = (name: string) => `${name.padEnd(21, "a")}A`;
const keyOf = (name: string) => `${name.padEnd(42, "k")}A`;
async function has(name: string, { sentAt, shippedAt }: { sentAt?: number; shippedAt?: number }) {
  const id = idOf(name);
  await database.eraseKeys.put({ shipment: id, week: "2026-W47", key: keyOf(name) });
  await database.shipments.put({
    ...{ id, trajectory: id, state: shippedAt ? "shipped" : "waiting", week: "2026-W47", attempts: 0 },
    ...{ bytes: new Uint8Array(), tools: [], readyAt: start + 1e9, nextTryAt: 0 },
    ...(sentAt && { sentAt }),
    ...(shippedAt && { shippedAt }),
  });
}
const keys = async (): Promise<Map<string, EraseKey>> =>
  new Map((await database.eraseKeys.toArray()).map((key) => [key.shipment, key]));

test("withdrawing asks the collector to erase all that may lie there, and keeps the keys for it", async () => {
  await has("shipped", { sentAt: 1, shippedAt: 2 });
  await has("unsure", { sentAt: 1 });
  await has("waits", {});
  await personHandlers(pipeline)["consent.withdraw"]({});
  expect(await database.shipments.count()).toBe(0);
  const marked = await keys();
  expect([...marked.keys()].sort()).toEqual([idOf("shipped"), idOf("unsure")]);
  for (const { erasing } of marked.values()) {
    expect(erasing!.nextTryAt).toBeGreaterThanOrEqual(start);
    expect(erasing!.nextTryAt).toBeLessThan(start + erasingWindow());
  }
  vi.setSystemTime(start + erasingWindow());
  await runDue(pipeline);
  expect(sending.erasures).toHaveBeenCalledWith(database, expect.anything());
  expect(await dueErasure(database)).toBeDefined();
});
