// Tokens come on a schedule that is everybody's, for a key that is everybody's.
import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { given } from "../../bench/shipping/given-services.ts";
import { agreedDatabase, sealed } from "../../bench/shipping/queue.ts";
import {
  collectorOrigin,
  issuerOrigin,
  type ServicesInMemory,
  startServices,
} from "../../bench/shipping/services.ts";
import { newPem, publishedKey } from "../../collector/issuer/testing.ts";
import { startOf } from "../../schemas/epoch.ts";
import type { TokenPlan } from "../../schemas/kept-tokens.ts";
import { directoryPath, tokenKeysPath, tokenRequestPath } from "../../schemas/tokens.ts";
import { enact } from "../consent/enact.ts";
import { type Database, openDatabase, readSetting } from "../store/database.ts";
import { nextFetch } from "./refill-tokens.ts";
import { upload } from "./upload.ts";

vi.mock("../platform/browser.ts", () => ({ browser: {} }));
vi.mock("./services.ts", () => import("../../bench/shipping/given-services.ts"));
vi.mock("./slots.ts", () => import("../../bench/shipping/given-slots.ts"));

const epoch = "2026-W47";
let services: ServicesInMemory;
let database: Database;
beforeEach(async () => {
  vi.useFakeTimers({ now: startOf(epoch) + 1, toFake: ["Date"] });
  given.services = sealed;
  services = startServices();
  vi.stubGlobal("fetch", services.fetch);
  database = await agreedDatabase();
  await upload(database);
});
afterEach(async () => {
  await database.delete();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const plan = async (): Promise<TokenPlan> => (await readSetting(database, "token-plan"))!.plan;
const problem = async () => (await readSetting(database, "sending"))?.problem;
/** Goes to the next fetch, which is done by a worker of its own. */
async function fetches(): Promise<void> {
  const at = await nextFetch(database);
  vi.setSystemTime(Math.max(Date.now(), at!) + 1);
  const worker = openDatabase(database.name);
  await upload(worker);
  worker.close();
}
const asked = () => services.seen.filter(({ path }) => path === tokenRequestPath).length;
const answer = (path: string, body: (told: unknown) => unknown) => {
  services.between = async (request, pass) => {
    const response = await pass(request);
    if (new URL(request.url).pathname !== path) return response;
    return Response.json(body(await response.json()), { headers: response.headers });
  };
};

test("nothing is fetched before the moment that was drawn; then so many as everybody's, 20 of 50 for reports", async () => {
  expect(asked()).toBe(0);
  const { fetches: planned } = await plan();
  expect(planned.map(({ count }) => count).reduce((sum, count) => sum + count, 0)).toBe(50);
  await fetches();
  expect([asked(), await database.tokens.count()]).toEqual([planned[0]!.count, planned[0]!.count]);
  while ((await nextFetch(database))! < startOf("2026-W48")) await fetches();
  const slots = (await database.tokens.toArray()).map(({ slot }) => slot);
  expect([slots.length, slots.filter((slot) => slot === "report").length]).toEqual([50, 20]);
  expect(new Set(services.seen.map(({ to }) => to))).toEqual(new Set([issuerOrigin, collectorOrigin]));
});

test("a fetch that is cut off goes on where it was, and comes to the same number", async () => {
  let left = 3;
  services.between = async (request, pass) => {
    if (new URL(request.url).pathname === tokenRequestPath && left-- <= 0) throw new TypeError("gone");
    return pass(request);
  };
  const [first] = (await plan()).fetches;
  await fetches();
  expect([await database.tokens.count(), (await plan()).left]).toEqual([3, first!.count - 3]);
  expect(await nextFetch(database)).toBeGreaterThan(Date.now());
  services.between = async (request, pass) => pass(request);
  await fetches();
  expect([await database.tokens.count(), (await plan()).left]).toEqual([first!.count, 0]);
});

test("one key for one person is refused and said: of the issuer, of the collector, and one that changes in its week", async () => {
  const other = publishedKey(newPem());
  const refused = async () => {
    await fetches();
    expect([asked(), await problem()]).toEqual([0, "keys-differ"]);
  };
  answer(directoryPath, (told) => {
    const directory = told as { "token-keys": { "token-key": string }[] };
    return { ...directory, "token-keys": [{ ...directory["token-keys"][0], "token-key": other }] };
  });
  await refused();
  answer(tokenKeysPath, (told) => ({ ...(told as object), keys: [{ epoch, key: other }] }));
  await refused();
  answer(directoryPath, (told) => ({ ...(told as object), "issuer-request-uri": "https://ann.example/" }));
  await refused();
  services.between = async (request, pass) => pass(request);
  await fetches();
  expect([asked(), await problem()]).toEqual([(await plan()).fetches[0]!.count, undefined]);
  // A name for one person would mark the tokens as well as a key.
  services.seen.length = 0;
  answer(tokenKeysPath, (told) => ({ ...(told as object), origin: "ann.example" }));
  await refused();
});

test("a key that changes in its week is not the one that was seen first", async () => {
  await fetches();
  services.seen.length = 0;
  const pem = newPem();
  services.between = async (request, pass) => {
    const response = await pass(request);
    const { pathname } = new URL(request.url);
    if (pathname !== directoryPath && pathname !== tokenKeysPath) return response;
    const text = await response.text();
    return new Response(text.replaceAll(services.tokens.keys[0]!.key, publishedKey(pem)), response);
  };
  await fetches();
  expect([asked(), await problem()]).toEqual([0, "keys-differ"]);
});

test("who is not known says so; a week whose tokens are had asks no more", async () => {
  given.services = { ...sealed, bearer: "bearer-of-nobody" };
  await fetches();
  expect([await problem(), await database.tokens.count()]).toEqual(["no-sign-on", 0]);
  given.services = { ...sealed, bearer: null };
  services.seen.length = 0;
  await fetches();
  expect([services.seen, await problem()]).toEqual([[], "no-sign-on"]);
  given.services = sealed;
  await fetches();
  expect(await problem()).toBeUndefined();
});

test("a person's second browser gets what is left of the week, and then nothing", async () => {
  services = startServices({ budget: 4 });
  vi.stubGlobal("fetch", services.fetch);
  await fetches();
  expect([asked(), await database.tokens.count(), (await plan()).left]).toEqual([5, 4, 0]);
});

test.each([
  ["without words", {}, 1],
  ["for two hours", { "retry-after": "7200" }, 2 * 3_600_000],
  ["until a date", { "retry-after": new Date(startOf(epoch) + 9 * 86_400_000).toUTCString() }, 1],
  ["in other words", { "retry-after": "soon" }, 1],
])("429 %s is no used-up week: the fetch goes on later, and not at once", async (_, headers, least) => {
  services.between = async (request, pass) =>
    new URL(request.url).pathname === tokenRequestPath
      ? new Response(null, { status: 429, headers })
      : pass(request);
  await fetches();
  const { left } = await plan();
  expect([asked(), left]).toEqual([1, (await plan()).fetches[0]!.count]);
  expect(await nextFetch(database)).toBeGreaterThan(Date.now() + least - 1);
  services.between = async (request, pass) => pass(request);
  await fetches();
  expect([await database.tokens.count(), (await plan()).left]).toEqual([left, 0]);
});

test.each([
  ["all of it", () => true],
  ["the requests for tokens", (path: string) => path === tokenRequestPath],
])(
  "a captive portal answers %s with its page: nothing is kept of it, and the fetch goes on",
  async (_, is) => {
    const page = "<!doctype html><title>Sign in</title>";
    services.between = async (request, pass) =>
      is(new URL(request.url).pathname) ? new Response(page) : pass(request);
    await fetches();
    await fetches();
    const { left } = await plan();
    expect([await database.tokens.count(), await problem()]).toEqual([0, undefined]);
    services.between = async (request, pass) => pass(request);
    await fetches();
    expect([await database.tokens.count(), (await plan()).left]).toEqual([left, 0]);
  },
);

test("the clock a week ahead: there is no key for it, and nothing breaks", async () => {
  vi.setSystemTime(startOf("2026-W50"));
  await upload(database);
  await fetches();
  expect(asked()).toBe(0);
  vi.setSystemTime(startOf(epoch) + 3_600_000);
  await upload(database);
  expect((await plan()).epoch).toBe(epoch);
  await fetches();
  expect(await database.tokens.count()).toBeGreaterThan(0);
});

test("who did not agree asks nobody; with cover everybody asks the same", async () => {
  await enact(database, { is: "answer", answer: "declined", kinds: [] });
  services.seen.length = 0;
  vi.setSystemTime(startOf(epoch) + 6 * 24 * 3_600_000);
  await upload(database);
  expect(services.seen).toEqual([]);
});
