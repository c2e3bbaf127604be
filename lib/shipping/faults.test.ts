// What may go wrong between here and the collector: nothing is lost, nothing is stored twice, nobody is pestered.
import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Client, isSend, startClient } from "../../bench/shipping/client.ts";
import { given } from "../../bench/shipping/given-services.ts";
import { holds, reports, sealed, waits } from "../../bench/shipping/queue.ts";
import { collectorOrigin, type Pass, relayOrigin } from "../../bench/shipping/services.ts";
import { gatewayPath } from "../../schemas/sealing.ts";
import { readSetting } from "../store/database.ts";

const local = vi.hoisted(() => ({ get: async () => ({}), set: async (_: object) => {} }));
vi.mock("../platform/browser.ts", () => ({ browser: { storage: { local } } }));
vi.mock("./services.ts", () => import("../../bench/shipping/given-services.ts"));
vi.mock("./slots.ts", () => import("../../bench/shipping/given-slots.ts"));

let { services, database, slots, sends, shipment, report, once } = {} as Client;
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 18, 9), toFake: ["Date"] });
  given.services = sealed;
  ({ services, database, slots, sends, shipment, report, once } = await startClient());
});
afterEach(async () => {
  await database.delete();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("the answer is lost after the commit: the same token again, stored once", async () => {
  await waits(database);
  await holds(database, services, "shipment", 2);
  const lost = async (request: Request, pass: Pass): Promise<Response> => {
    await pass(request);
    throw new TypeError("connection reset");
  };
  once(lost);
  await slots(1);
  expect([services.stored().ids.length, (await shipment()).state]).toEqual([1, "waiting"]);
  await slots(2);
  expect((await shipment()).state).toBe("shipped");
  expect(await database.tokens.count()).toBe(1);

  await reports(database);
  await holds(database, services, "report", 2);
  once(lost);
  await slots(4);
  expect([services.stored().reports, (await report()).state]).toEqual([1, "sent"]);
});

test("no tokens left: it waits and says so, and leaves when there are some", async () => {
  await waits(database);
  given.services = { ...sealed, bearer: null };
  await slots(3);
  expect([sends(), (await readSetting(database, "sending"))?.problem]).toEqual([[], "no-tokens"]);
  await holds(database, services, "report", 1);
  await slots(2);
  // The reports' tokens are not a shipment's.
  expect(sends()).toEqual([]);
  await holds(database, services, "shipment", 1);
  await slots(1);
  expect((await shipment()).state).toBe("shipped");
  expect(await readSetting(database, "sending")).toBeUndefined();
});

test("a token that is spent or of a wrong week: the same bytes with another one", async () => {
  const id = await waits(database);
  await holds(database, services, "shipment", 2);
  // Both tokens are one: it is spent for the first shipment.
  const rows = await database.tokens.toArray();
  await database.tokens.put({ ...rows[1]!, token: rows[0]!.token });
  await slots(1);
  const other = await waits(database);
  const { bytes } = (await database.shipments.get(other))!;
  await slots(1);
  expect(services.stored().ids).toEqual([id]);
  const forged = services.makeToken();
  forged[300]! ^= 1;
  await holds(database, services, "shipment", 1);
  const [one] = await database.tokens.toArray();
  await database.tokens.put({ ...one!, token: forged });
  await slots(2);
  await holds(database, services, "shipment", 1);
  await slots(3);
  expect(services.stored().ids.toSorted()).toEqual([id, other].toSorted());
  expect((await database.shipments.get(other))!.bytes).toEqual(bytes);
});

test("the gateway has new keys: they are fetched, and the same leaves sealed to them", async () => {
  await waits(database);
  await holds(database, services, "shipment", 1);
  const bytes = new Uint8Array(await (await services.app.fetch(get(gatewayPath))).arrayBuffer());
  bytes[2] = 77;
  await database.settings.put({ key: "gateway-key", from: relayOrigin, bytes, fetchedAt: Date.now() });
  await slots(1);
  expect(services.stored().ids).toHaveLength(1);
  expect(sends()).toHaveLength(2);
});

test("a gateway that knows none of its own keys is asked twice in a slot, not more", async () => {
  await waits(database);
  await holds(database, services, "shipment", 1);
  const type = "https://iana.org/assignments/http-problem-types#ohttp-key";
  const headers = { "content-type": "application/problem+json" };
  services.between = async (request, pass) =>
    isSend(request) ? new Response(JSON.stringify({ type }), { status: 400, headers }) : pass(request);
  await slots(1);
  expect(sends()).toHaveLength(2);
  expect((await shipment()).state).toBe("waiting");
});

test.each([1, 2, 3, 4])(
  "no space for what is written at a send, from the %ith time on: nothing is lost or doubled",
  async (nth) => {
    await waits(database);
    await holds(database, services, "shipment", 1);
    const noted = vi.spyOn(local, "set");
    let writes = 0;
    const full = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (
      this: IDBObjectStore,
      ...all
    ) {
      if (++writes >= nth) throw new DOMException("", "QuotaExceededError");
      return put.apply(this, all);
    });
    await slots(1);
    expect(noted).toHaveBeenCalledWith({ diskFull: expect.objectContaining({ dropped: 0 }) });
    expect((await shipment()).state).toBe("waiting");
    full.mockRestore();
    await slots(2);
    expect([services.stored().ids.length, (await shipment()).state]).toEqual([1, "shipped"]);
  },
);
const { put } = IDBObjectStore.prototype;

test("refused for good: kept and shown or dropped, counted, and not sent again", async () => {
  await waits(database, { week: "2020-W01" });
  const wrong = await shipment();
  const text = new TextDecoder().decode(wrong.bytes).replace(/2026-W47/, "2020-W01");
  await database.shipments.put({ ...wrong, bytes: new TextEncoder().encode(text) });
  await reports(database);
  const one = await report();
  await database.stepReports.put({ ...one, report: { ...one.report, week: "2020-W01" } });
  const key = (await database.eraseKeys.toArray())[0]!;
  await holds(database, services, "shipment", 3);
  await holds(database, services, "report", 3);
  await slots(12);
  expect([(await shipment()).state, (await report()).state]).toEqual(["rejected", "rejected"]);
  const counted = (await database.dropped.toArray()).map((row) => [row.reason, row.count]);
  expect(Object.fromEntries(counted)).toEqual({ "shipment-rejected": 1, "report-rejected": 1 });
  expect(sends()).toHaveLength(2);
  expect(key).toBeDefined();
});

const get = (path: string) => new Request(`${collectorOrigin}${path}`);
