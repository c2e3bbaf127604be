import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readDoorway } from "../consent/doorway.ts";
import { runDue } from "./due.ts";
import { fake } from "./fake-browser.ts";
import { startPerson, type TestPerson } from "./testing-person.ts";

vi.mock("../platform/browser.ts", () => import("./fake-browser.ts"));
const given = vi.hoisted(() => ({ patience: 0 as number | null }));
vi.mock("../platform/patience.ts", () => ({ patience: () => given.patience, silence: () => 20 }));

let { database, pipeline, ask, agrees, does, dropped, shipments, ends } = {} as TestPerson;
beforeEach(() => {
  given.patience = 0;
  ({ database, pipeline, ask, agrees, does, dropped, shipments, ends } = startPerson());
});
afterEach(() => ends());

const seconds = (count: number) => vi.setSystemTime(Date.now() + count * 1000);
async function says(managed: Record<string, unknown>): Promise<void> {
  fake.managed = managed;
  await runDue(pipeline);
}
const kept = async () =>
  (await database.totals.toArray()).map(({ kind, count }) => `${kind} ${count}`).sort();
const badge = () => fake.looks.get(1)?.text;

test("stop ends recording in every open page, says so, and nothing is kept after it", async () => {
  const tool = await agrees();
  await does(["click"]);
  fake.told.length = 0;
  await says({ stop: true });
  expect(fake.told).toContain("page.stop");
  expect([badge(), fake.registered]).toEqual(["stop", []]);
  await does(["click"]);
  expect([await kept(), await dropped()]).toEqual([["click 1"], { "policy-stopped": 1 }]);
  await says({ company: "Corp" });
  expect([badge(), fake.registered]).toEqual(["on", [`tool-${tool}`]]);
});

test("a browser that does not answer holds up nothing else, and what it says later is followed", async () => {
  await agrees();
  await does(["click", "submit"]);
  const answer = Promise.withResolvers<Record<string, unknown>>();
  fake.managed = answer.promise;
  const [head] = await database.trajectories.toArray();
  await ask["record.delete"]({ what: { by: "trajectory", trajectory: head!.id } });
  seconds(11);
  await runDue(pipeline);
  expect([await database.tombstones.count(), await kept()]).toEqual([0, []]);
  await does(["click"]);
  expect([await kept(), badge()]).toEqual([["click 1"], "on"]);
  answer.resolve({ stop: true });
  await vi.waitUntil(() => badge() === "stop");
});

test("what was read before holds while the browser does not answer", async () => {
  await agrees();
  await says({ kinds: ["click"] });
  fake.managed = new Promise(() => {});
  await runDue(pipeline);
  await does(["click", "submit"]);
  expect([await kept(), await dropped()]).toEqual([["click 1"], { "policy-forbids": 1 }]);
});

test("a policy that comes later narrows at once, and takes back what it forbids from all that waits", async () => {
  await agrees();
  await does(["click", "submit"]);
  await ask["trajectory.close"]({});
  seconds(60);
  await does(["submit"]);
  await says({ kinds: ["click"] });
  expect([await kept(), await dropped()]).toEqual([["click 1"], { "policy-forbids": 2 }]);
  const [queued] = await shipments();
  expect(queued!.steps.map(({ kind }) => kind)).toEqual(["click"]);
  await does(["click", "submit"]);
  expect(await dropped()).toEqual({ "policy-forbids": 3 });
  await says({ forbiddenHosts: ["flows.example"] });
  expect([await kept(), await database.shipments.count(), badge()]).toEqual([[], 0, "held"]);
});

test("a bad policy is refused whole and said, and the last good one stays", async () => {
  await agrees();
  await says({ kinds: ["click"] });
  await says({ kinds: ["click", "submit"], colour: "red" });
  const { policy } = await readDoorway(database);
  expect(policy).toMatchObject({
    is: "refused",
    lastGood: { kinds: ["click"] },
    why: [{ problem: "unknown-key" }],
  });
  await does(["click", "submit"]);
  expect(await kept()).toEqual(["click 1"]);
});

test("nothing is recorded before the policy had its time to come, and where it must come not until then", async () => {
  given.patience = 10_000;
  await runDue(pipeline);
  const tool = await agrees();
  expect([badge(), fake.registered]).toEqual(["…", []]);
  await does(["click"]);
  expect(await dropped()).toEqual({ "policy-waiting": 1 });
  seconds(10);
  await runDue(pipeline);
  expect([badge(), fake.registered]).toEqual(["on", [`tool-${tool}`]]);
  await does(["click"]);
  expect(await kept()).toEqual(["click 1"]);
  given.patience = null;
  seconds(86_400);
  await does(["click"]);
  expect(await dropped()).toEqual({ "policy-waiting": 2 });
});

test("the company's tools are offered, taken over by the person's own yes, and end when they are listed no more", async () => {
  const tool = await agrees();
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
  await does(["click"]);
  expect(await dropped()).toEqual({ "policy-forbids": 1 });
});
