// The weekly health report: made once a week after consent, sent like a step report, and held in one place only.
import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Client, day, later, startClient } from "../../bench/shipping/client.ts";
import { given } from "../../bench/shipping/given-services.ts";
import { agreedDatabase, sealed } from "../../bench/shipping/queue.ts";
import { healthReportSchema } from "../../schemas/health-report.ts";
import { enact } from "../consent/enact.ts";
import { countDropped } from "../diagnostics/dropped.ts";
import { eraseRecord } from "../personal-data/erase.ts";
import { type Database, openDatabase, readSetting } from "../store/database.ts";
import { makeHealth, worstSince } from "./make-health.ts";

vi.mock("../platform/browser.ts", () => ({
  browser: {
    runtime: { getManifest: () => ({ version: "1.20.3" }), getURL: () => "moz-extension://a/" },
  },
}));
vi.mock("./services.ts", () => import("../../bench/shipping/given-services.ts"));
vi.mock("./slots.ts", () => import("../../bench/shipping/given-slots.ts"));

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 16, 1), toFake: ["Date"] });
  given.services = sealed;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const healthOf = async (database: Database) => (await readSetting(database, "health"))?.health;

test("it says version, browser and the worst class of error, and nothing else", async () => {
  const database = await agreedDatabase();
  await countDropped(database, { "step-gap": 3, "disk-full": 1, "no-consent": 9 });
  await makeHealth(database);
  const health = (await healthOf(database))!;
  expect(health.report).toEqual({
    format: "tooltrail-health/1",
    week: "2026-W47",
    version: [1, 20, 3],
    browser: "firefox",
    error: "storage",
  });
  expect(health.readyAt).toBeGreaterThanOrEqual(Date.now() + day);
  expect(() => healthReportSchema.parse({ ...health.report, id: health.id })).toThrow();
});

test("there is one a week, also after erasing, of what was counted since", async () => {
  const database = await agreedDatabase();
  await countDropped(database, { "disk-full": 1 });
  await makeHealth(database);
  const first = await healthOf(database);
  await makeHealth(database);
  expect(await healthOf(database)).toEqual(first);
  await eraseRecord(database);
  await makeHealth(database);
  expect(await healthOf(database)).toBeUndefined();
  later(7 * day);
  await makeHealth(database);
  expect((await healthOf(database))?.report).toMatchObject({ week: "2026-W48", error: "none" });
});

test("without an answer, after a withdrawal and in the demonstration there is none", async () => {
  const database = openDatabase("nobody-agreed");
  await makeHealth(database);
  const left = await agreedDatabase();
  await enact(left, { is: "answer", answer: "withdrawn", kinds: [] });
  await makeHealth(left);
  given.services = { ...sealed, issuer: null };
  const demonstration = await agreedDatabase();
  await makeHealth(demonstration);
  for (const one of [database, left, demonstration])
    expect([await healthOf(one), await readSetting(one, "health-mark")]).toEqual([undefined, undefined]);
});

/** Tokens are here, whenever this week's first were drawn to be fetched, and its own delay is over. */
async function isDue({ database, slots }: Client): Promise<void> {
  await makeHealth(database);
  const health = (await healthOf(database))!;
  const readyFrom = (readyAt: number) =>
    database.settings.put({ key: "health", health: { ...health, readyAt } });
  await readyFrom(Date.now() + 30 * day);
  // Of a week that has begun, the first fetch may be missed; the second one comes the next day.
  for (let n = 0; (await database.tokens.count()) === 0; n++) {
    if (n > 70) throw new Error("No tokens came.");
    await slots(1);
  }
  await readyFrom(Date.now() - 1);
}

test("it leaves after its delay as one sealed report, with a token of its own, and once", async () => {
  const client = await startClient({ fetches: true });
  const { database, services, slots } = client;
  await makeHealth(database);
  await slots(30);
  expect([(await healthOf(database))?.state, services.stored().reports]).toEqual(["waiting", 0]);
  await isDue(client);
  await slots(1);
  expect([(await healthOf(database))?.state, services.stored().reports]).toEqual(["sent", 1]);
  await slots(5);
  expect(services.stored()).toMatchObject({ ids: [], reports: 1 });
});

test("one whose answer was lost is sent again with the same token, and stored once", async () => {
  const client = await startClient({ fetches: true });
  const { database, services, slots } = client;
  await isDue(client);
  client.once(async (request, pass) => {
    await pass(request);
    throw new TypeError("Failed to fetch");
  });
  await slots(1);
  expect((await healthOf(database))?.attempts).toBe(1);
  await slots(10);
  expect([(await healthOf(database))?.state, services.stored().reports]).toEqual(["sent", 1]);
});

test("one that may not leave any more stays", async () => {
  const client = await startClient({ fetches: true });
  const { database, services, slots } = client;
  await isDue(client);
  await enact(database, { is: "answer", answer: "withdrawn", kinds: [] });
  await slots(10);
  expect(services.stored().reports).toBe(0);
});

test("where the company wants no reports none is made, and one that was made before stays", async () => {
  const none = { is: "policy", read: { is: "policy", policy: { budgets: { reports: 0 } } } } as const;
  const early = await agreedDatabase();
  await enact(early, none);
  await makeHealth(early);
  expect(await healthOf(early)).toBeUndefined();
  const client = await startClient({ fetches: true });
  const { database, services, slots } = client;
  await isDue(client);
  await enact(database, none);
  await slots(10);
  expect([(await healthOf(database))?.state, services.stored().reports]).toEqual(["waiting", 0]);
});

test.each([
  [{}, {}, "none"],
  [{ "step-gap": 2 }, { "step-gap": 2 }, "none"],
  [{ "step-gap": 2 }, { "step-gap": 3 }, "lost"],
  // The counters were erased in between.
  [{ "step-gap": 5 }, { "step-gap": 1 }, "lost"],
  [{}, { "stop-unanswered": 1, "report-rejected": 1, "recorder-error": 1 }, "recorder"],
  [{}, { "no-consent": 4, paused: 2 }, "none"],
] as const)("counted before %j and now %j, the worst since is %s", (before, now, worst) => {
  expect(worstSince(before, now)).toBe(worst);
});
