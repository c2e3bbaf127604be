import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { personMessages } from "../../schemas/person-message.ts";
import { kindNames, type Step, switchNames } from "../../schemas/step.ts";
import { unpack } from "../../schemas/unpack.ts";
import type { PersonHandlers } from "../messaging/receive.ts";
import type { PageSender } from "../platform/page-sender.ts";
import { makeShipment } from "../shipping/make-shipment.ts";
import { ship } from "../shipping/ship.ts";
import { type Database, openDatabase } from "../store/database.ts";
import { readSteps } from "../store/read.ts";
import { bundled } from "../vocabulary/bundled.ts";
import { refresh, runDue } from "./due.ts";
import type { FakeBrowser } from "./fake-browser.ts";
import { pageHandlers } from "./page-handlers.ts";
import { personHandlers } from "./person-handlers.ts";
import type { Pipeline } from "./pipeline.ts";
import { showTab } from "./toolbar.ts";

const fake = vi.hoisted(() => ({ state: {} as FakeBrowser }));
vi.mock("../platform/browser.ts", async () => {
  const { createFakeBrowser } = await import("./fake-browser.ts");
  const { state, browser } = createFakeBrowser();
  fake.state = state;
  return { browser };
});
vi.stubGlobal("navigator", {
  locks: { request: (...all: unknown[]) => (all.at(-1) as (lock: object) => unknown)({}) },
});

const host = "https://flows.example";
let database: Database;
let pipeline: Pipeline;
let ask: PersonHandlers;
let tool: string;
let made = 0;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(2026, 10, 20, 12) });
  database = openDatabase(`handlers-${made++}`);
  Object.assign(fake.state, { managed: {}, granted: true, told: [], registered: [], looks: new Map() });
  fake.state.tabs = [{ id: 1, url: `${host}/work` }, { id: 2 }];
  pipeline = {
    database,
    make: makeShipment(database),
    changed: () => refresh(pipeline),
    showTab: ({ tab }) => showTab(database, tab!),
  };
  ask = personHandlers(pipeline);
  const added = await ask["tool.add"]({
    alias: "Flows",
    pattern: `${host}/*`,
    owner: "",
    reason: "",
    vocabulary: bundled()[0]!.tool,
  });
  tool = added.tool!;
  await ask["consent.agree"]({ kinds: [...switchNames] });
});
afterEach(async () => {
  vi.useRealTimers();
  await database.delete();
});

let frames = 0;
const sender = (path: string) =>
  ({
    id: "x",
    frameId: 0,
    url: `${host}${path}`,
    origin: host,
    tab: { id: 1, url: `${host}${path}` },
  }) as unknown as PageSender;
/** So many clicks in the tool, the last one now. */
async function works(count: number, path = "/work"): Promise<void> {
  const steps = Array.from({ length: count }, (_, at): Step => {
    const common = { tool, frame: [], route: null, effect: "nothing" as const };
    return { kind: "click", button: "main", count: 1, at: Date.now() - (count - 1 - at) * 1000, ...common };
  });
  const frame = `${String(frames++).padStart(21, "F")}A`;
  await pageHandlers(pipeline)["steps.record"]({ frame, first: 0, steps, dropped: {} }, sender(path));
}
const minutes = (count: number) => vi.setSystemTime(Date.now() + count * 60_000);
const heads = () => database.trajectories.orderBy("openedAt").toArray();
const count = async () => (await database.totals.toArray()).reduce((sum, total) => sum + total.count, 0);
const dropped = async () =>
  Object.fromEntries((await database.dropped.toArray()).map((row) => [row.reason, row.count]));
const shipments = async () =>
  (await database.shipments.toArray()).map(
    ({ bytes }) => unpack(JSON.parse(new TextDecoder().decode(bytes)))!,
  );
const badge = (tab: number | "all") => fake.state.looks.get(tab)?.text;

test("every request has the reply that it says", async () => {
  const reply = await ask["record.delete"]({ what: { by: "all" } });
  expect(personMessages["record.delete"].reply.safeParse(reply).success).toBe(true);
  expect(await ask["record.undo"]({ tombstone: reply.tombstone })).toEqual({ ok: true });
  expect(await ask["record.undo"]({ tombstone: reply.tombstone })).toEqual({ ok: false });
});

test("the tab of the tool says on, every other nothing; a pause is said everywhere", async () => {
  expect([badge(1), badge("all")]).toEqual(["on", ""]);
  await ask["recording.pause"]({ until: "tomorrow" });
  expect([badge(1), badge("all")]).toEqual(["II", "II"]);
  const pause = (await database.settings.get("pause")) as { pause: { until: number } };
  expect(new Date(pause.pause.until)).toEqual(new Date(2026, 10, 21));
  await works(1);
  expect(await dropped()).toEqual({ paused: 1 });
  vi.setSystemTime(new Date(2026, 10, 21));
  await runDue(pipeline);
  expect(badge(1)).toBe("on");
});

test("a page is told what is recorded there only when its tab shows it", async () => {
  fake.state.looks.clear();
  const config = await pageHandlers(pipeline)["page.hello"]({}, sender("/work"));
  expect(config).toMatchObject({ record: true, kinds: [...kindNames] });
  expect(badge(1)).toBe("on");
});

test("what is left out of a tool is refused by the sender's address, and pages are told of it", async () => {
  expect(await ask["tool.narrow"]({ tool, kinds: ["click"], exclude: ["/admin"] })).toEqual({ ok: true });
  const config = await pageHandlers(pipeline)["page.hello"]({}, sender("/work"));
  expect(config).toMatchObject({ kinds: ["click"] });
  expect(new RegExp((config as { exclude: string }).exclude).test(`${host}/admin/x`)).toBe(true);
  await works(2, "/admin/x");
  await works(1);
  expect([await count(), await dropped()]).toEqual([1, { "path-excluded": 2 }]);
  // No receipt: it is narrower than what was agreed to.
  expect(await database.receipts.count()).toBe(1);
});

test("a task is a trajectory of its own, with an outcome", async () => {
  await works(2);
  expect(await ask["task.start"]({ tool, index: 9999 })).toEqual({ ok: false });
  expect(await ask["task.start"]({ tool, index: 0 })).toEqual({ ok: true });
  minutes(1);
  await works(1);
  // A task waits longer for its next step than other work.
  minutes(20);
  await works(1);
  const ended = await ask["task.end"]({ outcome: "partly" });
  const [before, task] = await heads();
  expect(before!.task).toBeUndefined();
  expect(task).toMatchObject({ id: ended.trajectory, closedBy: "task" });
  expect(task!.task).toEqual({ tool, index: 0, said: "started", outcome: "partly" });
  expect(await ask["task.end"]({ outcome: "done" })).toEqual({ ok: false, trajectory: null });
  const said = { tool, index: 0, outcome: "done" as const };
  expect(await ask["task.say"]({ trajectory: before!.id, task: said })).toEqual({ ok: true });
  expect((await heads())[0]!.task).toEqual({ ...said, said: "afterwards" });
  expect(await ask["task.say"]({ trajectory: before!.id, task: null })).toEqual({ ok: true });
  expect((await heads())[0]!.task).toBeUndefined();
});

test("a task that is left alone closes with an outcome that nobody knows", async () => {
  await ask["task.start"]({ tool, index: 0 });
  await works(1);
  minutes(31);
  await runDue(pipeline);
  expect((await heads())[0]).toMatchObject({ closedBy: "idle", task: { outcome: "unknown" } });
  await works(1);
  expect((await heads())[1]!.task).toBeUndefined();
});

test("what is not how I usually work stays here; unmarked it waits to leave again", async () => {
  await works(5);
  await ask["trajectory.close"]({});
  const { id } = (await heads())[0]!;
  const stretch = { trajectory: id, from: 1, to: 2, unusual: true };
  expect(await ask["stretch.mark"](stretch)).toEqual({ ok: true, left: false });
  expect((await readSteps(database, id)).map(({ unusual }) => unusual === true)).toEqual([
    false,
    true,
    true,
    false,
    false,
  ]);
  const [cut] = await shipments();
  expect(cut!.steps).toHaveLength(3);
  await ask["stretch.mark"]({ ...stretch, from: 0, to: 9 });
  expect(await shipments()).toEqual([]);
  expect(await database.eraseKeys.count()).toBe(0);
  expect(await count()).toBe(5);
  await ask["stretch.mark"]({ ...stretch, from: 0, to: 9, unusual: false });
  expect((await shipments())[0]!.steps).toHaveLength(5);
  expect(await database.eraseKeys.count()).toBe(1);
});

test("with one switch off of what leaves together nothing leaves", async () => {
  await ask["consent.agree"]({ kinds: switchNames.filter((name) => name !== "typing") });
  await works(2);
  await ask["trajectory.close"]({});
  expect([await count(), await shipments()]).toEqual([2, []]);
});

test("marked while it is open, it is left out when it closes; what has left is said to have", async () => {
  await works(3);
  const { id } = (await heads())[0]!;
  const stretch = { trajectory: id, from: 2, to: 2, unusual: true };
  await ask["stretch.mark"](stretch);
  await ask["trajectory.close"]({});
  expect((await shipments())[0]!.steps).toHaveLength(2);
  await database.shipments.toCollection().modify({ state: "shipped", sentAt: 1 });
  const before = await shipments();
  expect(await ask["stretch.mark"]({ ...stretch, from: 0, to: 0 })).toEqual({ ok: true, left: true });
  expect(await shipments()).toEqual(before);
});

test("the person lengthens the review window, also of what waits; nobody shortens it", async () => {
  await works(1);
  await ask["trajectory.close"]({});
  const readyAt = async () => ((await database.shipments.toArray())[0]!.readyAt - Date.now()) / 3_600_000;
  // Work of noon: from the second midnight on, at any time of that day.
  const first = await readyAt();
  expect(first).toBeGreaterThanOrEqual(36);
  expect(first).toBeLessThan(60);
  expect(await ask["review.hours"]({ hours: 72 })).toEqual({ hours: 72 });
  expect(await readyAt()).toBeCloseTo(first + 48);
  expect(await ask["review.hours"]({ hours: 4 })).toEqual({ hours: 24 });
  expect(await readyAt()).toBeCloseTo(first + 48);
});

test("removing a tool ends its consent; adding it again is a new answer", async () => {
  await ask["tool.remove"]({ tool });
  expect((await database.receipts.orderBy("at").last())!.tools).toEqual([]);
  await works(1);
  expect(await count()).toBe(0);
  const again = await ask["tool.add"]({
    alias: "F",
    pattern: `${host}/*`,
    owner: "",
    reason: "",
    vocabulary: null,
  });
  expect(again).toEqual({ ok: true, tool });
  expect((await database.receipts.orderBy("at").last())!.tools).toEqual([tool]);
});

test("a shared profile that lay idle for thirty days is not recorded until the answer is given anew", async () => {
  await ask["profile.shared"]({ shared: true });
  await works(1);
  minutes(30 * 24 * 60 + 1);
  await works(1);
  expect(await dropped()).toEqual({ "no-consent": 1 });
  fake.state.opened = 0;
  await runDue(pipeline);
  await runDue(pipeline);
  expect([fake.state.registered, fake.state.opened]).toEqual([[], 1]);
  await ask["consent.agree"]({ kinds: ["click"] });
  await works(1);
  expect(await count()).toBe(1);
});

test("nothing leaves while a deletion can be undone, nor while the company has stopped", async () => {
  const sent = vi.fn(async () => new Response("", { status: 500 }));
  vi.stubGlobal("fetch", sent);
  await works(2);
  await ask["trajectory.close"]({});
  await database.shipments.toCollection().modify({ readyAt: 0 });
  const { tombstone } = await ask["record.delete"]({
    what: { by: "days", from: "2020-01-01", to: "2020-01-02" },
  });
  await ship(database);
  expect(sent).not.toHaveBeenCalled();
  await ask["record.undo"]({ tombstone });
  fake.state.managed = { stop: true };
  await runDue(pipeline);
  await ship(database);
  expect(sent).not.toHaveBeenCalled();
  fake.state.managed = { company: "Corp" };
  await runDue(pipeline);
  expect(sent).toHaveBeenCalledTimes(1);
});
