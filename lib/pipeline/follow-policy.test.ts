import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Step, switchNames } from "../../schemas/step.ts";
import { unpack } from "../../schemas/unpack.ts";
import { readDoorway } from "../consent/doorway.ts";
import type { PersonHandlers } from "../messaging/receive.ts";
import type { PageSender } from "../platform/page-sender.ts";
import { makeShipment } from "../shipping/make-shipment.ts";
import { type Database, openDatabase } from "../store/database.ts";
import { refresh, runDue } from "./due.ts";
import type { FakeBrowser } from "./fake-browser.ts";
import { pageHandlers } from "./page-handlers.ts";
import { personHandlers } from "./person-handlers.ts";
import type { Pipeline } from "./pipeline.ts";

const fake = vi.hoisted(() => ({ state: {} as FakeBrowser, patience: 0 as number | null }));
vi.mock("../platform/browser.ts", async () => {
  const { createFakeBrowser } = await import("./fake-browser.ts");
  const { state, browser } = createFakeBrowser();
  fake.state = state;
  return { browser };
});
vi.mock("../platform/patience.ts", () => ({ patience: () => fake.patience, silence: () => 20 }));
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
  vi.useFakeTimers({ now: new Date(2026, 10, 20, 12), toFake: ["Date"] });
  Object.assign(fake, { patience: 0 });
  Object.assign(fake.state, { managed: {}, granted: true, told: [], registered: [], looks: new Map() });
  fake.state.tabs = [{ id: 1, url: `${host}/work` }];
  database = openDatabase(`policy-${made++}`);
  pipeline = { database, make: makeShipment(database), changed: () => refresh(pipeline) };
  ask = personHandlers(pipeline);
});
afterEach(async () => {
  vi.useRealTimers();
  await database.delete();
});

async function agreed(): Promise<void> {
  const described = { alias: "Flows", owner: "", reason: "", vocabulary: null };
  tool = (await ask["tool.add"]({ ...described, pattern: `${host}/*` })).tool!;
  await ask["consent.agree"]({ kinds: [...switchNames] });
}
const seconds = (count: number) => vi.setSystemTime(Date.now() + count * 1000);
async function says(managed: Record<string, unknown>): Promise<void> {
  fake.state.managed = managed;
  await runDue(pipeline);
}
let frames = 0;
async function works(...kinds: ("click" | "submit")[]): Promise<void> {
  const steps = kinds.map((kind): Step => {
    const common = { tool, frame: [], route: null, effect: "nothing" as const, at: Date.now() };
    return kind === "click" ? { kind, button: "main", count: 1, ...common } : { kind, ...common };
  });
  const frame = `${String(frames++).padStart(21, "P")}A`;
  const sender = { id: "x", frameId: 0, url: `${host}/`, origin: host, tab: fake.state.tabs[0] };
  await pageHandlers(pipeline)["steps.record"](
    { frame, first: 0, steps, dropped: {} },
    sender as unknown as PageSender,
  );
}
const kept = async () =>
  (await database.totals.toArray()).map(({ kind, count }) => `${kind} ${count}`).sort();
const dropped = async () =>
  Object.fromEntries((await database.dropped.toArray()).map((row) => [row.reason, row.count]));
const badge = () => fake.state.looks.get(1)?.text;

test("stop ends recording in every open page, says so, and nothing is kept after it", async () => {
  await agreed();
  await works("click");
  fake.state.told.length = 0;
  await says({ stop: true });
  expect(fake.state.told).toContain("page.stop");
  expect([badge(), fake.state.registered]).toEqual(["stop", []]);
  await works("click");
  expect([await kept(), await dropped()]).toEqual([["click 1"], { "policy-stopped": 1 }]);
  await says({ company: "Corp" });
  expect([badge(), fake.state.registered]).toEqual(["on", [`tool-${tool}`]]);
});

test("a browser that does not answer holds up nothing else, and what it says later is followed", async () => {
  await agreed();
  await works("click", "submit");
  const answer = Promise.withResolvers<Record<string, unknown>>();
  fake.state.managed = answer.promise;
  const [head] = await database.trajectories.toArray();
  await ask["record.delete"]({ what: { by: "trajectory", trajectory: head!.id } });
  seconds(11);
  await runDue(pipeline);
  expect([await database.tombstones.count(), await kept()]).toEqual([0, []]);
  await works("click");
  expect([await kept(), badge()]).toEqual([["click 1"], "on"]);
  answer.resolve({ stop: true });
  await vi.waitUntil(() => badge() === "stop");
});

test("what was read before holds while the browser does not answer", async () => {
  await agreed();
  await says({ kinds: ["click"] });
  fake.state.managed = new Promise(() => {});
  await runDue(pipeline);
  await works("click", "submit");
  expect([await kept(), await dropped()]).toEqual([["click 1"], { "policy-forbids": 1 }]);
});

test("a policy that comes later narrows at once, and takes back what it forbids from all that waits", async () => {
  await agreed();
  await works("click", "submit");
  await ask["trajectory.close"]({});
  seconds(60);
  await works("submit");
  await says({ kinds: ["click"] });
  expect([await kept(), await dropped()]).toEqual([["click 1"], { "policy-forbids": 2 }]);
  const [queued] = await database.shipments.toArray();
  const { steps } = unpack(JSON.parse(new TextDecoder().decode(queued!.bytes)))!;
  expect(steps.map(({ kind }) => kind)).toEqual(["click"]);
  await works("click", "submit");
  expect(await dropped()).toEqual({ "policy-forbids": 3 });
  await says({ forbiddenHosts: ["flows.example"] });
  expect([await kept(), await database.shipments.count(), badge()]).toEqual([[], 0, "held"]);
});

test("a bad policy is refused whole and said, and the last good one stays", async () => {
  await agreed();
  await says({ kinds: ["click"] });
  await says({ kinds: ["click", "submit"], colour: "red" });
  const { policy } = await readDoorway(database);
  expect(policy).toMatchObject({
    is: "refused",
    lastGood: { kinds: ["click"] },
    why: [{ problem: "unknown-key" }],
  });
  await works("click", "submit");
  expect(await kept()).toEqual(["click 1"]);
});

test("nothing is recorded before the policy had its time to come, and where it must come not until then", async () => {
  fake.patience = 10_000;
  await runDue(pipeline);
  await agreed();
  expect([badge(), fake.state.registered]).toEqual(["…", []]);
  await works("click");
  expect(await dropped()).toEqual({ "policy-waiting": 1 });
  seconds(10);
  await runDue(pipeline);
  expect([badge(), fake.state.registered]).toEqual(["on", [`tool-${tool}`]]);
  await works("click");
  expect(await kept()).toEqual(["click 1"]);
  fake.patience = null;
  seconds(86_400);
  await works("click");
  expect(await dropped()).toEqual({ "policy-waiting": 2 });
});

test("the company's tools are offered, taken over by the person's own yes, and end when they are listed no more", async () => {
  await agreed();
  const listed = {
    alias: "Pay",
    pattern: "https://pay.example/*",
    owner: "HR",
    reason: "agents",
    vocabulary: null,
  };
  await says({ tools: [listed] });
  expect(await database.tools.count()).toBe(1);
  expect(await ask["tool.take"]({ pattern: "https://other.example/*" })).toEqual({
    ok: false,
    why: "not-listed",
  });
  const taken = await ask["tool.take"]({ pattern: listed.pattern });
  expect(taken.ok).toBe(true);
  const covered = async () => (await readDoorway(database)).consent.tools;
  expect(await covered()).toEqual([tool, taken.tool]);
  await says({ tools: [{ ...listed, alias: "Wages" }] });
  expect((await database.tools.get(taken.tool!))?.alias).toBe("Wages");
  await says({ tools: [{ ...listed, reason: "ranking" }] });
  expect(await covered()).toEqual([tool]);
  expect(await ask["tool.take"]({ pattern: listed.pattern })).toMatchObject({ ok: true, tool: taken.tool });
  await says({ onlyListed: true, tools: [] });
  const own = { alias: "x", pattern: "https://own.example/*", owner: "", reason: "", vocabulary: null };
  expect(await ask["tool.add"](own)).toEqual({ ok: false, why: "policy-forbids" });
  await works("click");
  expect(await dropped()).toEqual({ "policy-forbids": 1 });
});
