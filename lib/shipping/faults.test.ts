// What may go wrong between here and the collector: nothing is lost, nothing is stored twice, nobody is pestered.
import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Client, isSend, later, slot, startClient } from "../../bench/shipping/client.ts";
import { erasing, holds, reports, sealed, waits } from "../../bench/shipping/queue.ts";
import { collectorOrigin, type Pass, relayOrigin } from "../../bench/shipping/services.ts";
import { gatewayPath, sealedSizes } from "../../schemas/sealing.ts";
import { enact } from "../consent/enact.ts";
import { clearRecord } from "../personal-data/erase.ts";
import { openDatabase, readSetting } from "../store/database.ts";
import { write } from "../store/writer.ts";
import type { Services } from "./services.ts";
import { shipNow } from "./ship.ts";
import { breakOff } from "./under-way.ts";
import { upload } from "./upload.ts";

const given = vi.hoisted(() => ({
  services: {} as Services,
  local: { get: async () => ({}), set: async (_: object) => {} },
}));
vi.mock("../platform/browser.ts", () => ({ browser: { storage: { local: given.local } } }));
vi.mock("./services.ts", () => ({ readServices: async () => given.services }));

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

const dropped = async () =>
  Object.fromEntries((await database.dropped.toArray()).map((row) => [row.reason, row.count]));

test("what leaves is of few lengths, through the relay, says nothing of who, and goes one by one", async () => {
  for (let n = 0; n < 3; n++) await waits(database);
  await reports(database);
  await erasing(database);
  await holds(database, services, "shipment", 3);
  await holds(database, services, "report", 1);
  for (let n = 1; n <= 5; n++) {
    await slots(1);
    expect(sends()).toHaveLength(n);
  }
  expect(services.stored()).toMatchObject({ reports: 1, erased: 1, ids: { length: 3 } });
  for (const { to, headers, size } of sends()) {
    expect(to).toBe(relayOrigin);
    expect(Object.keys(headers)).toEqual(["content-type"]);
    expect(sealedSizes).toContain(size);
  }
  expect(await database.tokens.count()).toBe(0);
});

test("what the person ships now leaves at once, and no other with it", async () => {
  const asked = await waits(database, { nextTryAt: 0 });
  await waits(database);
  await holds(database, services, "shipment", 2);
  await shipNow(database);
  expect(services.stored().ids).toEqual([asked]);
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

test.each([
  ["a page", () => new Response("<!doctype html><title>Sign in</title>")],
  ["an acknowledgement that nobody sealed", () => Response.json({ format: "tooltrail-acknowledgement/1" })],
  ["a refusal that nobody sealed", () => Response.json({ error: "not-a-shipment" }, { status: 400 })],
  ["a page without an end", () => new Response("x".repeat(600_000))],
  ["a page that says it is sealed", () => new Response("x".repeat(544), sealedType)],
])("a captive portal answers with %s: that is no answer", async (_, portal) => {
  await waits(database);
  await erasing(database);
  await holds(database, services, "shipment", 1);
  services.between = async () => portal();
  await slots(3);
  services.between = async (request, pass) => (isSend(request) ? portal() : pass(request));
  await slots(5);
  expect([(await shipment()).state, services.stored().ids]).toEqual(["waiting", []]);
  services.between = async (request, pass) => pass(request);
  await slots(6);
  expect(services.stored()).toMatchObject({ ids: { length: 1 }, erased: 1 });
});
const sealedType = { headers: { "content-type": "message/ohttp-res" } };

test.each([
  ["never answers", () => new Promise<Response>(() => {})],
  ["begins an answer and stops", async () => new Response(new ReadableStream({ start() {} }))],
])("a server that %s is given up before the browser gives up", async (_, hang) => {
  await waits(database);
  await holds(database, services, "shipment", 1);
  const patience: number[] = [];
  vi.spyOn(AbortSignal, "timeout").mockImplementation((milliseconds) => {
    patience.push(milliseconds);
    return AbortSignal.abort(new DOMException("", "TimeoutError"));
  });
  vi.stubGlobal("fetch", async (_input: unknown, init: RequestInit) => {
    const answer = hang();
    return Promise.race([
      answer.then((response) => response),
      new Promise<Response>((__, gone) => {
        if (init.signal?.aborted) setImmediate(() => gone(init.signal?.reason));
      }),
    ]).then((response) => abortable(response, init.signal!));
  });
  await slots(1);
  expect(Math.max(...patience)).toBeLessThan(30_000);
  expect((await shipment()).state).toBe("waiting");
});

/** As a browser does: a body that is read ends with its request. */
function abortable(response: Response, signal: AbortSignal): Response {
  const body = new ReadableStream({
    pull: (controller) => {
      if (signal.aborted) controller.error(signal.reason);
    },
  });
  return new Response(response.body && body, response);
}

test.each([1, 2, 3, 4])(
  "no space for what is written at a send, from the %ith time on: nothing is lost or doubled",
  async (nth) => {
    await waits(database);
    await holds(database, services, "shipment", 1);
    const noted = vi.spyOn(given.local, "set");
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

test("two uploads at once are one", async () => {
  await waits(database);
  await waits(database);
  await holds(database, services, "shipment", 2);
  later(slot);
  const [one, two] = [openDatabase(database.name), openDatabase(database.name)];
  await Promise.all([upload(one), upload(two), upload(one)]);
  expect(sends()).toHaveLength(1);
  one.close();
  two.close();
});

test("withdrawn in mid-fetch: the request is broken off, and none follows but erasures", async () => {
  const id = await waits(database);
  await waits(database);
  await holds(database, services, "shipment", 2);
  const begun = Promise.withResolvers<AbortSignal>();
  vi.stubGlobal("fetch", (input: string, init: RequestInit) => {
    if (init.method !== "POST") return services.fetch(input, init);
    begun.resolve(init.signal!);
    return new Promise((_, gone) => init.signal!.addEventListener("abort", () => gone(init.signal!.reason)));
  });
  later(slot);
  const uploading = upload(database);
  const signal = await begun.promise;
  const [sent] = await database.shipments.filter(({ sentAt }) => sentAt !== undefined).primaryKeys();
  breakOff();
  await write(database, () => clearRecord(database));
  await enact(database, { is: "answer", answer: "withdrawn", kinds: [] });
  await uploading;
  expect(signal.aborted).toBe(true);
  vi.stubGlobal("fetch", services.fetch);
  await slots(5);
  expect([sends(), await database.shipments.count(), await database.tokens.count()]).toEqual([[], 0, 0]);
  // What had left keeps its key, and can be erased.
  expect((await database.eraseKeys.toArray()).map(({ shipment: of }) => of)).toEqual([sent]);
  expect([id, sent]).toContain(sent);
  await erasing(database);
  await slots(1);
  expect(services.stored().erased).toBe(1);
});

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
  expect(await dropped()).toEqual({ "shipment-rejected": 1, "report-rejected": 1 });
  expect(sends()).toHaveLength(2);
  expect(key).toBeDefined();
});

const get = (path: string) => new Request(`${collectorOrigin}${path}`);
