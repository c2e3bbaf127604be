// More than one of us at a time: two windows, an old worker and the new one of an update, a person who withdraws.
import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { tokenMaker } from "../../bench/collector/sender.ts";
import { type Client, isSend, later, slot, startClient } from "../../bench/shipping/client.ts";
import { holds, waits } from "../../bench/shipping/queue.ts";
import { locksOfAWorker } from "../../bench/shipping/worker-locks.ts";
import { epochAfter, epochOf } from "../../schemas/epoch.ts";
import { tokenRequestPath } from "../../schemas/tokens.ts";
import { enact } from "../consent/enact.ts";
import { clearRecord } from "../personal-data/erase.ts";
import { type Database, openDatabase, readSetting } from "../store/database.ts";
import { write } from "../store/writer.ts";
import { nextFetch } from "./refill-tokens.ts";
import { shipNow } from "./ship.ts";
import { breakOff } from "./under-way.ts";
import { upload } from "./upload.ts";

vi.mock("../platform/browser.ts", () => ({ browser: {} }));
vi.mock("./services.ts", () => import("../../bench/shipping/given-services.ts"));
vi.mock("./slots.ts", () => import("../../bench/shipping/given-slots.ts"));

let { services, database, slots, sends, shipment } = {} as Client;
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 18, 9), toFake: ["Date"] });
  ({ services, database, slots, sends, shipment } = await startClient());
});
afterEach(async () => {
  await database.delete();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("two windows say Ship now, of the same and of others, while the alarm rings: each is sent once", async () => {
  const asked = [await waits(database, { nextTryAt: 0 }), await waits(database, { nextTryAt: 0 })];
  const third = await waits(database);
  await holds(database, services, "shipment", 3);
  later(slot);
  const windows = [1, 2, 3, 4].map(() => openDatabase(database.name));
  await Promise.all([shipNow(windows[0]!), shipNow(windows[1]!), upload(windows[2]!), upload(windows[3]!)]);
  for (const one of windows) one.close();
  await slots(2);
  expect(services.stored().ids).toEqual([...asked, third].toSorted());
  expect([sends().length, await database.tokens.count()]).toEqual([3, 0]);
});

test.each([
  ["is on its way", false],
  ["was stored, but not answered", true],
])("an update comes while a shipment %s: the new version sends it with the same token", async (_, stored) => {
  const id = await waits(database);
  await holds(database, services, "shipment", 2);
  const out = Promise.withResolvers<void>();
  const late = Promise.withResolvers<Response>();
  services.between = async (request, pass) => {
    if (!isSend(request)) return pass(request);
    if (stored) await pass(request.clone());
    out.resolve();
    return late.promise;
  };
  vi.stubGlobal("navigator", { locks: locksOfAWorker() });
  later(slot);
  const old: Database = openDatabase(database.name);
  const ends = upload(old).catch(() => "closed");
  await out.promise;

  // The new version has another table, and the old one's connection gives way.
  vi.stubGlobal("navigator", { locks: locksOfAWorker() });
  database.close();
  services.between = async (request, pass) => pass(request);
  const next = openDatabase(old.name);
  next.version(Math.round(next.verno) + 1).stores({ ofTheUpdate: "id" });
  await next.open();
  const found = (await next.shipments.get(id))!;
  expect([found.state, found.sentAt === undefined]).toEqual(["waiting", false]);
  for (let n = 0; n < 2; n++) {
    later(slot);
    await upload(next);
  }
  expect((await next.shipments.get(id))!.state).toBe("shipped");
  // The old worker lives a moment longer, and hears of a network that is gone.
  late.reject(new TypeError("network changed"));
  await ends;
  expect([services.stored().ids, await next.tokens.count()]).toEqual([[id], 1]);
  expect((await next.shipments.get(id))!.state).toBe("shipped");
  next.close();
});

test("withdrawn while tokens are fetched: no more are asked for, and none is kept", async () => {
  await database.settings.delete("token-plan");
  await upload(database);
  const asked = () => services.seen.filter(({ path }) => path === tokenRequestPath).length;
  services.between = async (request, pass) => {
    const response = await pass(request);
    if (new URL(request.url).pathname !== tokenRequestPath || asked() < 3) return response;
    breakOff();
    await write(database, () => clearRecord(database));
    await enact(database, { is: "answer", answer: "withdrawn", kinds: [] });
    return response;
  };
  later(Math.max(0, (await nextFetch(database))! + 1 - Date.now()));
  await upload(database);
  expect([asked(), await database.tokens.count()]).toEqual([3, 0]);
  await slots(40);
  expect([asked(), await database.tokens.count(), sends()]).toEqual([3, 0, []]);
});

test("tokens of keys that are not this week's: one is refused, the next tried; what is too old is not shown", async () => {
  const id = await waits(database);
  await holds(database, services, "shipment", 1);
  const [good] = await database.tokens.toArray();
  const ofNextWeek = tokenMaker(services.keys.get(epochAfter(good!.epoch, 1))!, services.tokens)();
  // Fetched by a clock that went a week ahead, and filed under the week that it is.
  const ahead = { ...good!, id: `0${good!.id.slice(1)}`, token: ofNextWeek };
  const old = { ...good!, epoch: epochAfter(epochOf(Date.now()), -2) };
  await database.tokens.bulkPut([ahead, old]);
  await slots(1);
  expect([services.stored().ids, (await shipment()).state]).toEqual([[], "waiting"]);
  await slots(2);
  // The one that is left is two weeks old: the collector is not asked with it.
  expect([sends().length, (await readSetting(database, "sending"))?.problem]).toEqual([1, "no-tokens"]);
  await holds(database, services, "shipment", 1);
  await slots(2);
  expect([services.stored().ids, (await shipment()).state]).toEqual([[id], "shipped"]);
});
