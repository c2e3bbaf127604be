// One thing leaves at a time, sealed and through the relay; withdrawing breaks it off.
import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Client, later, slot, startClient } from "../../bench/shipping/client.ts";
import { erasing, holds, reports, waits } from "../../bench/shipping/queue.ts";
import { relayOrigin } from "../../bench/shipping/services.ts";
import { sealedSizes } from "../../schemas/sealing.ts";
import { enact } from "../consent/enact.ts";
import { clearRecord } from "../personal-data/erase.ts";
import { openDatabase } from "../store/database.ts";
import { write } from "../store/writer.ts";
import { shipNow } from "./ship.ts";
import { breakOff } from "./under-way.ts";
import { upload } from "./upload.ts";

vi.mock("../platform/browser.ts", () => ({ browser: {} }));
vi.mock("./services.ts", () => import("../../bench/shipping/given-services.ts"));
vi.mock("./slots.ts", () => import("../../bench/shipping/given-slots.ts"));

let { services, database, slots, sends } = {} as Client;
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 18, 9), toFake: ["Date"] });
  ({ services, database, slots, sends } = await startClient());
});
afterEach(async () => {
  await database.delete();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

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
