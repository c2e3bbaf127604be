import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { agreedDatabase, sealed } from "../../bench/shipping/queue.ts";
import { collectorOrigin, startServices } from "../../bench/shipping/services.ts";
import { openLedger } from "../../collector/ledger/ledger.ts";
import type { Opening } from "../../schemas/ledger.ts";
import { type Database, readSetting } from "../store/database.ts";
import { readLedger } from "./read-ledger.ts";

vi.mock("../platform/browser.ts", () => ({ browser: {} }));
vi.mock("./services.ts", () => ({ readServices: async () => sealed }));

let database: Database;
let services: ReturnType<typeof startServices>;
beforeEach(async () => {
  services = startServices();
  vi.stubGlobal("fetch", services.fetch);
  database = await agreedDatabase();
});
afterEach(() => vi.unstubAllGlobals());

const opening: Opening = { what: "build", who: "data team", why: "release 1", many: null };
const appends = (file: string, ...whys: string[]) => {
  const ledger = openLedger(file);
  for (const why of whys) ledger.append({ ...opening, why });
  ledger.close();
};
const kept = () => readSetting(database, "ledger");
const whys = async () => (await kept())?.entries.map(({ why }) => why);

test("the collector is asked once, for the ledger alone, and its entries are kept", async () => {
  appends(services.file, "release 1", "release 2");
  expect(await readLedger(database)).toBe(true);
  expect(services.seen.map(({ method, to, path }) => `${method} ${to}${path}`)).toEqual([
    `GET ${collectorOrigin}/v1/ledger`,
  ]);
  expect(services.seen[0]!.headers).toEqual({});
  expect(await whys()).toEqual(["release 1", "release 2"]);
  expect(await kept()).toMatchObject({ broken: null, seen: { number: 2 } });
});

test("a ledger that was written anew shows, and goes on showing, though it holds together by itself", async () => {
  appends(services.file, "release 1", "release 2");
  await readLedger(database);
  const { file: other } = startServices();
  appends(other, "nothing to see", "release 2", "release 3");
  const forged = openLedger(other);
  const entries = forged.entries();
  forged.close();
  services.between = async () => Response.json({ format: "tooltrail-ledger/1", entries });
  for (let n = 0; n < 2; n++) {
    expect(await readLedger(database)).toBe(true);
    expect(await kept()).toMatchObject({ broken: 2, seen: { number: 2 } });
  }
  services.between = async (request, on) => on(request);
  await readLedger(database);
  expect(await kept()).toMatchObject({ broken: null });
});

test("an entry that was taken out shows", async () => {
  appends(services.file, "release 1", "release 2", "release 3");
  services.between = async (request, on) => {
    const { format, entries } = await (await on(request)).json();
    return Response.json({ format, entries: entries.toSpliced(1, 1) });
  };
  expect(await readLedger(database)).toBe(true);
  expect(await kept()).toMatchObject({ broken: 2, seen: null });
});

test.each([
  ["no answer", async () => Promise.reject(new TypeError("no network"))],
  ["a captive portal", async () => new Response("<!doctype html>", { status: 200 })],
  ["another form", async () => Response.json({ format: "tooltrail-ledger/1", entries: [{ who: "x" }] })],
  ["later", async () => new Response(null, { status: 503 })],
])("%s leaves what was read before", async (_, fate: () => Promise<Response>) => {
  appends(services.file, "release 1");
  await readLedger(database);
  services.between = fate;
  expect(await readLedger(database)).toBe(false);
  expect(await whys()).toEqual(["release 1"]);
});
