import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { EraseKey, QueuedShipment } from "../../schemas/queue.ts";
import { type Database, openDatabase } from "./database.ts";
import { askErasing, dueErasure, isErasable, nextErasures } from "./erase-queue.ts";
import { erasingWindow } from "./erasing-window.ts";

vi.mock("../platform/browser.ts", () => ({ browser: {} }));
vi.stubGlobal("navigator", {
  locks: { request: (...all: unknown[]) => (all.at(-1) as (l: object) => unknown)({}) },
});

const start = Date.UTC(2026, 10, 21);
let database: Database;
let made = 0;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: start });
  database = openDatabase(`erase-${made++}`);
});
afterEach(async () => {
  vi.useRealTimers();
  await database.delete();
});

const idOf = (name: string) => `${name.padEnd(21, "a")}A`;
async function has(
  name: string,
  state: QueuedShipment["state"] | "gone",
  more: Partial<EraseKey> = {},
  sent = true,
) {
  const id = idOf(name);
  const week = "2026-W47";
  await database.eraseKeys.put({ shipment: id, week, key: `${"k".repeat(42)}A`, ...more });
  if (state === "gone") return;
  await database.shipments.put({
    ...{ id, trajectory: id, state, week, bytes: new Uint8Array(), tools: [], readyAt: 0, attempts: 0 },
    ...{ nextTryAt: 0, ...(sent && { sentAt: 1 }) },
  });
}
const asked = async () =>
  (await database.eraseKeys.toArray()).filter(({ erasing }) => erasing).map(({ shipment }) => shipment);

/** One of each kind. */
async function filled(): Promise<void> {
  await has("shipped", "shipped");
  await has("unsure", "waiting");
  await has("kept", "gone", { kept: true });
  await has("rejected", "rejected");
  await has("waits", "waiting", {}, false);
  const erasing = { askedAt: 1, attempts: 1, nextTryAt: start, acknowledgedAt: 2 };
  await has("done", "gone", { kept: true, erasing });
}

test("all: what may lie at the collector, once, each at a moment of the window", async () => {
  await filled();
  expect(await askErasing(database, "all")).toBe(3);
  expect(await asked()).toEqual(["done", "kept", "shipped", "unsure"].map(idOf));
  expect(await askErasing(database, "all")).toBe(0);
  const moments = await nextErasures(database);
  expect(moments).toHaveLength(3);
  for (const moment of moments) {
    expect(moment).toBeGreaterThanOrEqual(start);
    expect(moment).toBeLessThanOrEqual(start + erasingWindow());
  }
  expect(new Set(moments).size).toBe(3);
});

test("one whose acknowledgement was lost is not sent again after its erasure", async () => {
  await filled();
  await askErasing(database, [idOf("unsure")]);
  expect(await database.shipments.get(idOf("unsure"))).toBeUndefined();
  expect(await database.eraseKeys.get(idOf("unsure"))).toMatchObject({ kept: true });
  expect(await database.shipments.get(idOf("shipped"))).toBeDefined();
});

test("only those that are named, and none that has not left", async () => {
  await filled();
  expect(await askErasing(database, ["shipped", "waits", "rejected", "unknown"].map(idOf))).toBe(1);
  expect(await asked()).toEqual([idOf("done"), idOf("shipped")]);
});

test("due is one whose moment has come, and none that was acknowledged", async () => {
  await filled();
  expect(await dueErasure(database)).toBeUndefined();
  await askErasing(database, [idOf("shipped")]);
  vi.setSystemTime(start + erasingWindow());
  expect((await dueErasure(database))?.shipment).toBe(idOf("shipped"));
});

test("without a key nothing can be erased", () => {
  expect(isErasable(undefined, { state: "shipped", sentAt: 1 })).toBe(false);
});
