import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { StoreKey } from "../../schemas/company.ts";
import { type Answer, answerSchema } from "../../schemas/consent.ts";
import { switchNames } from "../../schemas/step.ts";
import { readDoorway } from "../consent/doorway.ts";
import type { PersonHandlers } from "../messaging/receive.ts";
import { createSigner } from "../policy/testing-signer.ts";
import { makeShipment } from "../shipping/make-shipment.ts";
import { type Database, openDatabase } from "../store/database.ts";
import { refresh, runDue } from "./due.ts";
import type { FakeBrowser } from "./fake-browser.ts";
import { askStore, asksStore, keepAsking } from "./follow-stop.ts";
import { personHandlers } from "./person-handlers.ts";
import type { Pipeline } from "./pipeline.ts";

type Source = { address: string; key: StoreKey } | null;
const fake = vi.hoisted(() => ({ state: {} as FakeBrowser, source: null as Source }));
vi.mock("../platform/browser.ts", async () => {
  const { createFakeBrowser } = await import("./fake-browser.ts");
  const { state, browser } = createFakeBrowser();
  fake.state = state;
  return { browser };
});
vi.mock("../policy/stop-source.ts", async (original) => ({
  ...(await original<object>()),
  stopSource: () => fake.source,
}));
vi.stubGlobal("navigator", {
  locks: { request: (...all: unknown[]) => (all.at(-1) as (lock: object) => unknown)({}) },
});

const signer = await createSigner();
const address = "https://store.example/tooltrail/stop.jws";
const host = "https://flows.example";
let database: Database;
let pipeline: Pipeline;
let ask: PersonHandlers;
let tool: string;
let made = 0;
let answer: () => Promise<Response>;
const asked = vi.fn<(address: string, init: RequestInit) => Promise<Response>>(() => answer());
beforeEach(async () => {
  vi.stubGlobal("fetch", asked.mockClear());
  fake.source = { address, key: signer.key };
  Object.assign(fake.state, { managed: {}, granted: true, told: [], registered: [], looks: new Map() });
  Object.assign(fake.state, { tabs: [{ id: 1, url: `${host}/work` }], alarms: new Map() });
  database = openDatabase(`stop-${made++}`);
  pipeline = { database, make: makeShipment(database), changed: () => refresh(pipeline) };
  ask = personHandlers(pipeline);
  answer = async () => new Response(null, { status: 404 });
});
afterEach(() => database.delete());

async function agreed(): Promise<void> {
  const described = { alias: "Flows", owner: "", reason: "", vocabulary: null };
  tool = (await ask["tool.add"]({ ...described, pattern: `${host}/*` })).tool!;
  await ask["consent.agree"]({ kinds: [...switchNames] });
  fake.state.told.length = 0;
}
let clock = 1e12;
async function publishes(stop: boolean, at = clock++): Promise<void> {
  const text = await signer.sign({ format: "tooltrail-stop/1", stop, at, until: 8e15 });
  answer = async () => new Response(`${text}\n`);
  await askStore(pipeline);
}
const badge = () => fake.state.looks.get(1)?.text;
const dropped = async () =>
  Object.fromEntries((await database.dropped.toArray()).map((row) => [row.reason, row.count]));

test("a signed stop ends recording in every open page and says so; a later 'no stop' lets it go on", async () => {
  await agreed();
  await publishes(true);
  expect(fake.state.told).toContain("page.stop");
  expect([badge(), fake.state.registered]).toEqual(["stop", []]);
  // What the policy says, or does not say, lifts nothing.
  await runDue(pipeline);
  expect((await readDoorway(database)).policy.is).toBe("stopped");
  fake.state.told.length = 0;
  await publishes(false);
  expect([fake.state.told, badge()]).toEqual([["page.configure"], "on"]);
  expect(fake.state.registered).toEqual([`tool-${tool}`]);
  expect(await dropped()).toEqual({});
});

test("no answer, a gone file and one that is not believed are no stop, and lift none; they are counted", async () => {
  await agreed();
  const fails = async (response: () => Promise<Response>) => {
    answer = response;
    await askStore(pipeline);
  };
  const all = async () => {
    await fails(async () => Promise.reject(new TypeError("Failed to fetch")));
    await fails(async () => new Response("", { status: 503 }));
    await fails(async () => new Response("<html>Sign in</html>"));
    await fails(async () => new Response(null, { status: 404 }));
  };
  await all();
  expect([badge(), await dropped()]).toEqual(["on", { "stop-unanswered": 2, "stop-refused": 1 }]);
  await publishes(true);
  await all();
  await publishes(false, 5);
  expect([badge(), await dropped()]).toEqual(["stop", { "stop-unanswered": 4, "stop-refused": 3 }]);
});

test("a stop of the policy holds although the store says that there is none", async () => {
  await agreed();
  await publishes(true);
  fake.state.managed = { stop: true };
  await runDue(pipeline);
  await publishes(false);
  expect([badge(), fake.state.registered]).toEqual(["stop", []]);
});

test("whatever the person answered, the question is the same, to the byte and to the minute", async () => {
  const questions: unknown[] = [];
  for (const said of ["unanswered", ...answerSchema.options] as (Answer | "unanswered")[]) {
    if (said === "agreed") await agreed();
    else if (said !== "unanswered") await ask[saying[said]]({});
    fake.state.alarms.clear();
    await keepAsking();
    asked.mockClear();
    await askStore(pipeline);
    const [[to, init]] = asked.mock.calls as [[string, RequestInit]];
    const { signal: _, ...rest } = init;
    questions.push([asked.mock.calls.length, to, rest, ...fake.state.alarms]);
  }
  expect(new Set(questions.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(questions[0]).toEqual([
    1,
    address,
    { credentials: "omit", redirect: "error", referrerPolicy: "no-referrer", cache: "no-store" },
    ["stop", { periodInMinutes: 14 }],
  ]);
});
const saying = {
  declined: "consent.decline",
  later: "consent.later",
  withdrawn: "consent.withdraw",
} as const;

test("a build without a store asks nobody and sets no alarm; an alarm that runs is not set anew", async () => {
  await keepAsking();
  expect([...fake.state.alarms.keys()].map((name) => asksStore({ name }))).toEqual([true]);
  fake.state.alarms.set("stop", { running: true });
  await keepAsking();
  expect(fake.state.alarms.get("stop")).toEqual({ running: true });
  fake.state.alarms.clear();
  fake.source = null;
  await keepAsking();
  await askStore(pipeline);
  expect([fake.state.alarms.size, asked.mock.calls.length]).toEqual([0, 0]);
});
