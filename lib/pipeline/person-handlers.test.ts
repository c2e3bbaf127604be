import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { personMessages } from "../../schemas/person-message.ts";
import { switchNames } from "../../schemas/step.ts";
import { ship } from "../shipping/ship.ts";
import { bundled } from "../vocabulary/bundled.ts";
import { runDue } from "./due.ts";
import { fake } from "./fake-browser.ts";
import { pageHandlers } from "./page-handlers.ts";
import { clicks, host, minutesPass, senderAt, startPerson, type TestPerson } from "./testing-person.ts";

vi.mock("../platform/browser.ts", () => import("./fake-browser.ts"));

let { database, pipeline, ask, agrees, does, dropped, shipments, ends } = {} as TestPerson;
let tool: string;
beforeEach(async () => {
  ({ database, pipeline, ask, agrees, does, dropped, shipments, ends } = startPerson());
  tool = await agrees(bundled()[0]!.tool);
});
afterEach(() => ends());

const count = async () => (await database.totals.toArray()).reduce((sum, total) => sum + total.count, 0);

test("every request has the reply that it says", async () => {
  const reply = await ask["record.delete"]({ what: { by: "all" } });
  expect(personMessages["record.delete"].reply.safeParse(reply).success).toBe(true);
  expect(await ask["record.undo"]({ tombstone: reply.tombstone })).toEqual({ ok: true });
  expect(await ask["record.undo"]({ tombstone: reply.tombstone })).toEqual({ ok: false });
});

test("what is left out of a tool is refused by the sender's address, and pages are told of it", async () => {
  expect(await ask["tool.narrow"]({ tool, kinds: ["click"], exclude: ["/admin"] })).toEqual({ ok: true });
  const config = await pageHandlers(pipeline)["page.hello"]({}, senderAt("/work"));
  expect(config).toMatchObject({ kinds: ["click"] });
  expect(new RegExp((config as { exclude: string }).exclude).test(`${host}/admin/x`)).toBe(true);
  await does(clicks(2), "/admin/x");
  await does(clicks(1));
  expect([await count(), await dropped()]).toEqual([1, { "path-excluded": 2 }]);
  // No receipt: it is narrower than what was agreed to.
  expect(await database.receipts.count()).toBe(1);
});

test("with one switch off of what leaves together nothing leaves", async () => {
  await ask["consent.agree"]({ kinds: switchNames.filter((name) => name !== "typing") });
  await does(clicks(2));
  await ask["trajectory.close"]({});
  expect([await count(), await shipments()]).toEqual([2, []]);
});

test("the person lengthens the review window, also of what waits; nobody shortens it", async () => {
  await does(clicks(1));
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
  await does(clicks(1));
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
  await does(clicks(1));
  minutesPass(30 * 24 * 60 + 1);
  await does(clicks(1));
  expect(await dropped()).toEqual({ "no-consent": 1 });
  fake.opened = 0;
  await runDue(pipeline);
  await runDue(pipeline);
  expect([fake.registered, fake.opened]).toEqual([[], 1]);
  await ask["consent.agree"]({ kinds: ["click"] });
  await does(clicks(1));
  expect(await count()).toBe(1);
});

test("nothing leaves while a deletion can be undone, nor while the company has stopped", async () => {
  const sent = vi.fn(async () => new Response("", { status: 500 }));
  vi.stubGlobal("fetch", sent);
  await does(clicks(2));
  await ask["trajectory.close"]({});
  await database.shipments.toCollection().modify({ readyAt: 0 });
  const { tombstone } = await ask["record.delete"]({
    what: { by: "days", from: "2020-01-01", to: "2020-01-02" },
  });
  await ship(database);
  expect(sent).not.toHaveBeenCalled();
  await ask["record.undo"]({ tombstone });
  fake.managed = { stop: true };
  await runDue(pipeline);
  await ship(database);
  expect(sent).not.toHaveBeenCalled();
  fake.managed = { company: "Corp" };
  await runDue(pipeline);
  expect(sent).toHaveBeenCalledTimes(1);
});
