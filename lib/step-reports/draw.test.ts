import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { noticeVersion } from "../../schemas/consent.ts";
import type { Step } from "../../schemas/step.ts";
import { queuedStepReportSchema } from "../../schemas/step-report.ts";
import { clearRecord } from "../personal-data/erase.ts";
import { now, weekOf } from "../platform/clock.ts";
import { reviewWindow } from "../shipping/review-window.ts";
import { appendSteps } from "../store/append.ts";
import { type Database, openDatabase } from "../store/database.ts";
import { closeTrajectory, cutTrajectory } from "../trajectory/close.ts";
import { markStretch } from "../trajectory/unusual.ts";
import { drawStepReports, longestDelay } from "./draw.ts";

vi.mock("../platform/browser.ts", () => ({ browser: {} }));
vi.stubGlobal("navigator", { locks: { request: (_: string, body: () => unknown) => body() } });

const tool = "AAAAAAAAAAAAAAAAAAAAAA";
const week = 7 * 24 * 3_600_000;
let database: Database;
let made = 0;
const make = async () => null;

beforeEach(async () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 19, 12), toFake: ["Date"] });
  database = openDatabase(`draw-${made++}`);
  await database.receipts.add({
    id: "RAAAAAAAAAAAAAAAAAAAAA",
    at: now() - week * 8,
    notice: noticeVersion,
    answer: "agreed",
    kinds: ["click"],
    tools: [tool],
  });
});
afterEach(async () => {
  vi.useRealTimers();
  await database.delete();
});
const later = (milliseconds: number) => vi.setSystemTime(now() + milliseconds);

/** Steps of a trajectory that is still open. */
async function opens(count: number): Promise<string> {
  const id = `${String(made++).padStart(21, "T")}A`;
  const steps = Array.from({ length: count }, (_, n) => ({
    n,
    step: {
      kind: "click",
      button: "main",
      count: 1,
      at: n,
      tool,
      frame: [],
      route: n,
      effect: "nothing",
    } as Step,
  }));
  const head = { id, openedAt: now(), tools: [tool] };
  await database.trajectories.add(head);
  await appendSteps(database, head, steps);
  return id;
}
async function work(count: number): Promise<string> {
  const id = await opens(count);
  await closeTrajectory(database, { id, by: "pause", make });
  return id;
}
const reports = () => database.stepReports.toArray();

test("a week is drawn when it is over, once, and never again", async () => {
  await work(30);
  expect(await reports()).toEqual([]);
  const drawnOf = weekOf(now());
  later(week);
  // The hook: the next trajectory that closes.
  await work(5);
  const drawn = await reports();
  expect(drawn).toHaveLength(20);
  for (const row of drawn) {
    expect(queuedStepReportSchema.parse(row)).toEqual(row);
    expect(row).toMatchObject({ state: "waiting", row: tool, report: { week: drawnOf } });
    expect(row.readyAt).toBeGreaterThanOrEqual(now() + reviewWindow());
    expect(row.readyAt).toBeLessThan(now() + reviewWindow() + longestDelay);
  }
  expect(new Set(drawn.map(({ readyAt }) => readyAt)).size).toBeGreaterThan(15);
  await drawStepReports(database);
  await work(1);
  expect(await reports()).toHaveLength(20);
});

test("weeks that passed meanwhile are drawn each by itself", async () => {
  const closes = async (count: number) =>
    database.trajectories.update(await opens(count), { closedAt: now(), closedBy: "pause" });
  await closes(3);
  const before = weekOf(now());
  later(week);
  await closes(4);
  const between = weekOf(now());
  later(week);
  await drawStepReports(database);
  const weeks = (await reports()).map(({ report }) => report.week);
  expect(weeks.filter((one) => one === before)).toHaveLength(3);
  expect(weeks.filter((one) => one === between)).toHaveLength(4);
});

test("what was erased leaves no report, and its week is not drawn anew", async () => {
  await work(4);
  later(week);
  await drawStepReports(database);
  expect(await reports()).toHaveLength(4);
  await database.transaction("rw", database.tables, () => clearRecord(database));
  expect(await reports()).toEqual([]);
  // The clock went back: the same week again.
  later(-week);
  await work(4);
  later(week);
  await drawStepReports(database);
  expect(await reports()).toEqual([]);
});

test("a step that is deleted takes its report along; of one that was sent the truth goes", async () => {
  const id = await work(3);
  later(week);
  await drawStepReports(database);
  const sent = (await reports()).find(({ n }) => n === 1)!;
  await database.stepReports.put({ ...sent, state: "sent", sentAt: now() });
  await cutTrajectory(database, { id, keep: (n) => n === 2, make });
  const rows = (await reports()).toSorted((a, b) => a.n - b.n);
  expect(rows.map(({ n, state, truth }) => [n, state, truth !== undefined])).toEqual([
    [1, "sent", false],
    [2, "waiting", true],
  ]);
  expect(rows[0]!.report).toEqual(sent.report);
});

test("nothing is asked about a step that was deleted before", async () => {
  const id = await work(3);
  await cutTrajectory(database, { id, keep: (n) => n === 0, make });
  later(week);
  await drawStepReports(database);
  expect((await reports()).map(({ report }) => report.step.route)).toEqual([0]);
});

test("a stretch that was not usual is not asked about, and takes its reports along", async () => {
  const id = await work(5);
  await markStretch(database, { id, from: 0, to: 1, unusual: true, make });
  later(week);
  await drawStepReports(database);
  const routes = async () => (await reports()).map(({ report }) => report.step.route).sort();
  expect(await routes()).toEqual([2, 3, 4]);
  await markStretch(database, { id, from: 2, to: 3, unusual: true, make });
  expect(await routes()).toEqual([4]);
});

test("what is deleted and can still be undone is not asked about", async () => {
  const id = await work(2);
  const what = { by: "steps" as const, trajectory: id, steps: [0] };
  await database.tombstones.add({
    id: "TAAAAAAAAAAAAAAAAAAAAA",
    at: now() + week,
    until: now() + week,
    what,
    less: [],
  });
  later(week);
  await drawStepReports(database);
  expect((await reports()).map(({ n }) => n)).toEqual([1]);
});
