import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { noticeVersion } from "../../schemas/consent.ts";
import type { Deletion } from "../../schemas/deletion.ts";
import { type Step, switchNames } from "../../schemas/step.ts";
import { dayOf } from "../platform/clock.ts";
import { makeShipment } from "../shipping/make-shipment.ts";
import { type Database, openDatabase } from "../store/database.ts";
import { readSteps } from "../store/read.ts";
import { readVisibleSteps, readVisibleTotals, readVisibleTrajectories } from "../store/visible.ts";
import { keepSteps } from "../trajectory/keep-steps.ts";
import { closeOpen } from "../trajectory/open.ts";

vi.mock("../platform/browser.ts", () => ({
  browser: { storage: { local: { get: async () => ({}) }, managed: {} } },
}));
vi.stubGlobal("navigator", {
  locks: { request: (...all: unknown[]) => (all.at(-1) as (l: object) => unknown)({}) },
});

const [a, b] = ["AAAAAAAAAAAAAAAAAAAAAA", "BBBBBBBBBBBBBBBBBBBBBA"] as const;
let database: Database;
let made = 0;
/** As a new worker has it: it knows nothing of what the last one could undo. */
let undoable: typeof import("./undoable.ts");
const restart = async () => {
  vi.resetModules();
  undoable = await import("./undoable.ts");
};
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 10, 20, 12) });
  database = openDatabase(`undo-${made++}`);
  await agrees();
  await restart();
});
afterEach(async () => {
  vi.useRealTimers();
  await database.delete();
});

/** To all, or nothing would leave. */
async function agrees(): Promise<void> {
  const tools = [a, b];
  for (const id of tools) {
    const row = { id, alias: "a", owner: "", reason: "", vocabulary: null, addedAt: 0 };
    await database.tools.put({ ...row, pattern: "https://tool.example/*" });
  }
  const receipt = { id: `${"r".repeat(21)}A`, at: 1, notice: noticeVersion, answer: "agreed" as const };
  await database.receipts.put({ ...receipt, kinds: [...switchNames], tools });
}
const make = () => makeShipment(database);
const minutes = (count: number) => vi.setSystemTime(Date.now() + count * 60_000);
let frames = 0;
/** So many clicks, a second apart, the last one now. */
async function works(tool: string, count: number): Promise<void> {
  const frame = `${String(frames++).padStart(21, "F")}A`;
  const steps = Array.from({ length: count }, (_, at): Step => {
    const when = Date.now() - (count - 1 - at) * 1000;
    const common = { at: when, tool, frame: [], route: null, effect: "nothing" as const };
    return { kind: "click", button: "main", count: 1, ...common };
  });
  await database.transaction("rw", database.tables, async () =>
    keepSteps(database, { frame, first: 0, steps, dropped: {} }, { tool, refuse: () => null }),
  );
}
const finishes = () => closeOpen(database, "task", make());
/** Two closed trajectories of an hour ago, by two tools; one open of tool a. */
async function worked(): Promise<string[]> {
  await works(a, 3);
  await finishes();
  minutes(1);
  await works(b, 4);
  await finishes();
  minutes(59);
  await works(a, 5);
  return (await database.trajectories.orderBy("openedAt").toArray()).map(({ id }) => id);
}
async function shown() {
  const heads = await readVisibleTrajectories(database, 99);
  const counts = await Promise.all(
    heads.map(async ({ id }) => (await readVisibleSteps(database, id)).length),
  );
  const totals = (await readVisibleTotals(database)).reduce((sum, { count }) => sum + count, 0);
  return { steps: counts.toReversed().filter(Boolean), totals };
}
async function held() {
  const heads = await database.trajectories.orderBy("openedAt").toArray();
  const counts = await Promise.all(heads.map(async ({ id }) => (await readSteps(database, id)).length));
  const totals = (await database.totals.toArray()).reduce((sum, { count }) => sum + count, 0);
  return { steps: counts, totals, shipments: await database.shipments.count() };
}
const all = { steps: [3, 4, 5], totals: 12 };

const day = () => dayOf(Date.now());
const cases: [string, (ids: string[]) => Deletion, number[]][] = [
  ["a selection of steps", (ids) => ({ by: "steps", trajectory: ids[1]!, steps: [0, 2] }), [3, 2, 5]],
  ["a trajectory", (ids) => ({ by: "trajectory", trajectory: ids[0]! }), [4, 5]],
  ["an open trajectory", (ids) => ({ by: "trajectory", trajectory: ids[2]! }), [3, 4]],
  ["a tool", () => ({ by: "tool", tool: a }), [4]],
  ["the last five minutes", () => ({ by: "minutes", minutes: 5 }), [3, 4]],
  ["a day", () => ({ by: "days", from: day(), to: day() }), []],
  ["other days", () => ({ by: "days", from: "2026-01-01", to: "2026-11-01" }), [3, 4, 5]],
  ["all", () => ({ by: "all" }), []],
];

test.each(cases)("%s is hidden at once, comes back, and is gone after ten seconds", async (_, what, left) => {
  const ids = await worked();
  const totals = left.reduce((sum, count) => sum + count, 0);
  const first = await undoable.deleteUndoably(database, what(ids));
  expect(await shown()).toEqual({ steps: left, totals });
  expect(await held()).toMatchObject(all);
  expect(await undoable.undoDeletion(database, first.id)).toBe(true);
  expect(await shown()).toEqual(all);

  const { id } = await undoable.deleteUndoably(database, what(ids));
  vi.setSystemTime(Date.now() + undoable.undoTime - 1);
  expect(await undoable.finishDeletions(database, { make: make(), all: false })).toBe(0);
  vi.setSystemTime(Date.now() + 1);
  expect(await undoable.undoDeletion(database, id)).toBe(false);
  expect(await undoable.finishDeletions(database, { make: make(), all: false })).toBe(1);
  expect(await held()).toMatchObject({ steps: left, totals });
  expect(await shown()).toEqual({ steps: left, totals });
  expect(await database.tombstones.count()).toBe(0);
});

test("a new worker makes final what the last one left, and cannot undo it", async () => {
  const [first] = await worked();
  const { id } = await undoable.deleteUndoably(database, { by: "trajectory", trajectory: first! });
  await restart();
  expect(await undoable.undoDeletion(database, id)).toBe(false);
  expect(await undoable.finishDeletions(database, { make: make(), all: false })).toBe(1);
  expect(await held()).toEqual({ steps: [4, 5], totals: 9, shipments: 1 });
});

test("what is done within the ten seconds is not meant", async () => {
  await worked();
  await undoable.deleteUndoably(database, { by: "all" });
  vi.setSystemTime(Date.now() + 5000);
  await works(a, 2);
  vi.setSystemTime(Date.now() + 5000);
  await undoable.finishDeletions(database, { make: make(), all: false });
  expect((await held()).steps).toEqual([2]);
  expect(await database.shipments.count()).toBe(0);
});

test("a trajectory of which steps are named by number closes only when the deletion is final", async () => {
  const ids = await worked();
  await undoable.deleteUndoably(database, { by: "steps", trajectory: ids[2]!, steps: [1] });
  await finishes();
  expect((await database.trajectories.get(ids[2]!))?.closedAt).toBeUndefined();
  await undoable.finishDeletions(database, { make: make(), all: true });
  await finishes();
  expect((await database.trajectories.get(ids[2]!))?.closedAt).toBeDefined();
  expect((await held()).steps).toEqual([3, 4, 4]);
});

test("two deletions of the same steps take them from the totals once", async () => {
  const ids = await worked();
  await undoable.deleteUndoably(database, { by: "steps", trajectory: ids[0]!, steps: [0] });
  await undoable.deleteUndoably(database, { by: "trajectory", trajectory: ids[0]! });
  expect(await shown()).toEqual({ steps: [4, 5], totals: 9 });
});
