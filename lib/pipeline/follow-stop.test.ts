import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { StoreKey } from "../../schemas/company.ts";
import { type Answer, answerSchema } from "../../schemas/consent.ts";
import { readDoorway } from "../consent/doorway.ts";
import { createSigner } from "../policy/testing-signer.ts";
import { runDue } from "./due.ts";
import { fake } from "./fake-browser.ts";
import { askStore, asksStore, keepAsking } from "./follow-stop.ts";
import { startPerson, type TestPerson } from "./testing-person.ts";

vi.mock("../platform/browser.ts", () => import("./fake-browser.ts"));
const given = vi.hoisted(() => ({ source: null as { address: string; key: StoreKey } | null }));
vi.mock("../policy/stop-source.ts", async (original) => ({
  ...(await original<object>()),
  stopSource: () => given.source,
}));

const signer = await createSigner();
const address = "https://store.example/tooltrail/stop.jws";
let answer: () => Promise<Response>;
/** Of the tool list, which is asked for along with it, follow-list.test.ts speaks. */
const asked = vi.fn<(address: string, init: RequestInit) => Promise<Response>>(async (to) =>
  to === address ? answer() : new Response(null, { status: 404 }),
);
let { database, pipeline, ask, agrees, dropped, ends } = {} as TestPerson;
beforeEach(() => {
  ({ database, pipeline, ask, agrees, dropped, ends } = startPerson());
  vi.stubGlobal("fetch", asked.mockClear());
  given.source = { address, key: signer.key };
  fake.alarms.clear();
  answer = async () => new Response(null, { status: 404 });
});
afterEach(() => ends());

let clock = 1e12;
async function publishes(stop: boolean, at = clock++): Promise<void> {
  const text = await signer.sign({ format: "tooltrail-stop/1", stop, at, until: 8e15 });
  answer = async () => new Response(`${text}\n`);
  await askStore(pipeline);
}
const badge = () => fake.looks.get(1)?.text;

test("a signed stop ends recording in every open page and says so; a later 'no stop' lets it go on", async () => {
  const tool = await agrees();
  await publishes(true);
  expect(fake.told).toContain("page.stop");
  expect([badge(), fake.registered]).toEqual(["stop", []]);
  // What the policy says, or does not say, lifts nothing.
  await runDue(pipeline);
  expect((await readDoorway(database)).policy.is).toBe("stopped");
  fake.told.length = 0;
  await publishes(false);
  expect([fake.told, badge()]).toEqual([fake.tabs.map(() => "page.configure"), "on"]);
  expect(fake.registered).toEqual([`tool-${tool}`]);
  expect(await dropped()).toEqual({});
});

test("no answer, a gone file and one that is not believed are no stop, and lift none; they are counted", async () => {
  await agrees();
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
  await agrees();
  await publishes(true);
  fake.managed = { stop: true };
  await runDue(pipeline);
  await publishes(false);
  expect([badge(), fake.registered]).toEqual(["stop", []]);
});

test("whatever the person answered, the question is the same, to the byte and to the minute", async () => {
  const questions: unknown[] = [];
  for (const said of ["unanswered", ...answerSchema.options] as (Answer | "unanswered")[]) {
    if (said === "agreed") await agrees();
    else if (said !== "unanswered") await ask[saying[said]]({});
    fake.alarms.clear();
    await keepAsking();
    asked.mockClear();
    await askStore(pipeline);
    const calls = asked.mock.calls.map(([to, { signal: _, ...rest }]) => [to, rest]);
    questions.push([calls, ...fake.alarms]);
  }
  expect(new Set(questions.map((one) => JSON.stringify(one))).size).toBe(1);
  const how = { credentials: "omit", redirect: "error", referrerPolicy: "no-referrer", cache: "no-store" };
  expect(questions[0]).toEqual([
    [
      [address, how],
      ["https://store.example/tooltrail/tools.jws", how],
    ],
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
  expect([...fake.alarms.keys()].map((name) => asksStore({ name }))).toEqual([true]);
  fake.alarms.set("stop", { running: true });
  await keepAsking();
  expect(fake.alarms.get("stop")).toEqual({ running: true });
  fake.alarms.clear();
  given.source = null;
  await keepAsking();
  await askStore(pipeline);
  expect([fake.alarms.size, asked.mock.calls.length]).toEqual([0, 0]);
});
