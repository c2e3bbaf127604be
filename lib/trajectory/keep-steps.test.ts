import "fake-indexeddb/auto";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Step } from "../../schemas/step.ts";
import { type Database, openDatabase } from "../store/database.ts";
import { countSteps, readSteps } from "../store/read.ts";
import { closeTrajectory, cutTrajectory } from "./close.ts";
import { idleGap, keepSteps } from "./keep-steps.ts";
import { settle } from "./settle.ts";

vi.mock("../platform/browser.ts", () => ({ browser: {} }));
vi.stubGlobal("navigator", { locks: { request: (_: string, body: () => unknown) => body() } });

const tool = "AAAAAAAAAAAAAAAAAAAAAA";
const frame = "BBBBBBBBBBBBBBBBBBBBBA";
let database: Database;
let made = 0;
beforeEach(() => {
  database = openDatabase(`test-${made++}`);
});
afterEach(() => database.delete());

const step = (at: number, more: Partial<Step> = {}): Step =>
  ({ kind: "navigate", at, tool, frame: [], route: null, effect: "nothing", how: "full", ...more }) as Step;
const record = (first: number, steps: unknown[], from = frame) =>
  database.transaction("rw", database.tables, async () =>
    keepSteps(database, { frame: from, first, steps, dropped: {} }, { tool, refuse: () => null }),
  );
const stored = async () => {
  const heads = await database.trajectories.orderBy("openedAt").toArray();
  return Promise.all(heads.map(async (head) => ({ head, steps: await readSteps(database, head.id) })));
};
const dropped = async () =>
  Object.fromEntries((await database.dropped.toArray()).map((d) => [d.reason, d.count]));

test("what is sent again is stored once, what never came is counted", async () => {
  expect(await record(0, [step(1000), step(2000)])).toMatchObject({ next: 2, kept: 2, opened: true });
  expect(await record(0, [step(1000), step(2000), step(3000)])).toMatchObject({ next: 3, kept: 1 });
  expect(await record(5, [step(4000)])).toMatchObject({ next: 6, kept: 1 });
  const [only] = await stored();
  expect(only!.steps.map(({ step }) => step.at)).toEqual([0, 1000, 2000, 3000]);
  expect(await dropped()).toEqual({ "step-gap": 2 });
});

test("nothing is lost and nothing doubled, whatever is repeated", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ acked: fc.boolean(), more: fc.integer({ min: 1, max: 5 }) }), { maxLength: 12 }),
      async (acts) => {
        const from = `${String(made++).padStart(21, "C")}A`;
        let first = 0;
        let sent = 0;
        for (const { acked, more } of acts) {
          sent += more;
          const steps = Array.from({ length: sent - first }, (_, i) => step(10_000 + (first + i) * 10));
          const { next } = await record(first, steps, from);
          // A lost answer: the page does not know, and sends from the same number again.
          if (acked) first = next;
        }
        expect((await database.frames.get(from))?.next ?? 0).toBe(sent);
      },
    ),
    { numRuns: 25 },
  );
  expect(await dropped()).toEqual({});
});

test("malformed steps and steps of another tool are dropped and counted, the rest is kept", async () => {
  const foreign = step(2, { tool: "CCCCCCCCCCCCCCCCCCCCCA" });
  await record(0, [step(1), { ...step(2), text: "secret" }, foreign, null, step(3)]);
  expect((await stored())[0]!.steps).toHaveLength(2);
  expect(await dropped()).toEqual({ "message-malformed": 2, "message-out-of-scope": 1 });
});

test("a pause longer than the idle gap begins a new trajectory", async () => {
  const { ended } = await record(0, [step(1), step(2), step(3 + idleGap)]);
  expect(ended).toMatchObject([{ closedBy: "idle" }]);
  expect((await stored()).map(({ steps }) => steps.length)).toEqual([2, 1]);
});

test("closing orders by time, names the effect, folds into chunks and queues once", async () => {
  const { how: _, ...common } = step(5000) as Extract<Step, { kind: "navigate" }>;
  await record(0, [{ ...common, kind: "click", button: "main", count: 1 }]);
  await record(0, [step(5600)], "DDDDDDDDDDDDDDDDDDDDDA");
  await record(1, [step(4000)]);
  const { head } = (await stored())[0]!;
  await closeTrajectory(database, { id: head.id, by: "task", make: async () => null });
  const [closed] = await stored();
  expect(closed!.head).toMatchObject({ closedBy: "task" });
  expect(closed!.steps.map(({ n, step }) => [n, step.kind, step.effect])).toEqual([
    [0, "navigate", "nothing"],
    [1, "click", "navigated"],
    [2, "navigate", "nothing"],
  ]);
  expect(await database.openSteps.count()).toBe(0);
  expect(await database.settings.get("open-trajectory")).toBeUndefined();
});

test("many steps that come together are a chunk at once, with those that were open before them", async () => {
  const many = (first: number, count: number) =>
    record(
      first,
      Array.from({ length: count }, (_, at) => step((first + at) * 10)),
    );
  await many(0, 3);
  expect([await database.openSteps.count(), await database.chunks.count()]).toEqual([3, 0]);
  await many(3, 40);
  await many(43, 2);
  expect((await database.chunks.toArray()).map(({ first, count }) => [first, count])).toEqual([[0, 43]]);
  expect(await database.openSteps.count()).toBe(2);
  const [only] = await stored();
  expect(only!.steps.map(({ n }) => n)).toEqual(Array.from({ length: 45 }, (_, n) => n));
  expect(await database.totals.toArray()).toMatchObject([{ kind: "navigate", count: 45 }]);
  expect(await countSteps(database, only!.head.id)).toBe(45);
});

test("a cut takes steps from the store, the totals, and the empty trajectory with them", async () => {
  await record(
    0,
    Array.from({ length: 600 }, (_, i) => step(i * 10)),
  );
  const { head } = (await stored())[0]!;
  const make = async () => null;
  await cutTrajectory(database, { id: head.id, keep: (n) => n % 2 === 0, make });
  expect((await stored())[0]!.steps).toHaveLength(300);
  expect((await database.totals.toArray()).reduce((sum, { count }) => sum + count, 0)).toBe(300);
  await cutTrajectory(database, { id: head.id, keep: () => false, make });
  expect(await database.trajectories.count()).toBe(0);
  expect(await database.totals.count()).toBe(0);
});

test("settling does not depend on the order of arrival", () => {
  const steps = [3, 1, 2].map((at, n) => ({ n, step: step(at) }));
  expect(settle(steps)).toEqual(settle(steps.toReversed()));
});

test("a paste keeps its source's number through a cut, open or closed, and has none when that is deleted", async () => {
  const { how: _, ...common } = step(0) as Extract<Step, { kind: "navigate" }>;
  const clip = (at: number, act: string) => ({ ...common, at, kind: "clipboard", act, from: null });
  const from = async () => (await stored())[0]!.steps.map(({ step }) => ("from" in step ? step.from : null));
  await record(0, [step(1), clip(10, "copied"), step(20), clip(30, "copied"), clip(40, "pasted")]);
  const { head } = (await stored())[0]!;
  const make = async () => null;
  await cutTrajectory(database, { id: head.id, keep: (n) => n !== 2, make });
  expect(await from()).toEqual([null, null, null, 3]);
  await cutTrajectory(database, { id: head.id, keep: (n) => n !== 0, make });
  await closeTrajectory(database, { id: head.id, by: "task", make });
  expect(await from()).toEqual([null, null, 1]);
  // Not the copy before it: that one was not pasted.
  await cutTrajectory(database, { id: head.id, keep: (n) => n !== 1, make });
  expect(await from()).toEqual([null, "outside"]);
});
