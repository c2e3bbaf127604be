// When something is tried again: not before it was asked for, not all at once, and not never.
import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Client, day, isSend, later, slot, startClient } from "../../bench/shipping/client.ts";
import { given } from "../../bench/shipping/given-services.ts";
import { holds, reports, sealed, waits } from "../../bench/shipping/queue.ts";
import { upload } from "./upload.ts";

vi.mock("../platform/browser.ts", () => ({ browser: {} }));
vi.mock("./services.ts", () => import("../../bench/shipping/given-services.ts"));
vi.mock("./slots.ts", () => import("../../bench/shipping/given-slots.ts"));

let { services, database, slots, sends, shipment, once } = {} as Client;
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 18, 9), toFake: ["Date"] });
  given.services = sealed;
  ({ services, database, slots, sends, shipment, once } = await startClient());
});
afterEach(async () => {
  await database.delete();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe.each([429, 503, 507])("status %i", (status) => {
  const date = (at: number) => new Date(at).toUTCString();
  test.each([
    ["seconds", () => "7200", 7_200_000],
    ["a date", () => date(Date.now() + 3 * 3_600_000), 3 * 3_600_000],
    ["a year", () => "31536000", day],
    ["a date in a year", () => date(Date.now() + 365 * day), day],
    ["more digits than a number has", () => "9".repeat(400), day],
    ["nothing", () => "0", 0],
    ["less than nothing", () => "-5", 0],
    ["a date that is over", () => date(Date.now() - day), 0],
    ["no words", () => null, 0],
    ["other words", () => "soon", 0],
  ])("with a Retry-After of %s", async (_, header, least) => {
    await waits(database);
    await waits(database);
    await holds(database, services, "shipment", 2);
    services.between = async (request, pass) => {
      const told = header();
      const headers: HeadersInit = told === null ? {} : { "retry-after": told };
      return isSend(request) ? new Response(null, { status, headers }) : pass(request);
    };
    await slots(1);
    const at = Date.now();
    expect(sends()).toHaveLength(1);
    services.between = async (request, pass) => pass(request);
    // Also the other one waits, and a worker that is started anew.
    while (sends().length === 1) await slots(1);
    expect(Date.now() - at).toBeGreaterThanOrEqual(least);
    expect(Date.now() - at).toBeLessThanOrEqual(least + 10 * 60_000 + 4 * slot);
    await slots(3);
    expect(services.stored().ids).toHaveLength(2);
  });
});

test("offline for days: all leaves then, one a slot", async () => {
  for (let n = 0; n < 3; n++) await waits(database);
  await reports(database);
  await holds(database, services, "shipment", 3);
  await holds(database, services, "report", 1);
  services.between = async () => {
    throw new TypeError("offline");
  };
  await slots(90);
  expect(Date.now()).toBeGreaterThan(Date.UTC(2026, 10, 20, 9));
  services.between = async (request, pass) => pass(request);
  const before = sends().length;
  for (let n = 1; n <= 4; n++) {
    await slots(1);
    expect(sends().length - before).toBeLessThanOrEqual(n);
  }
  await slots(4);
  expect(services.stored()).toMatchObject({ ids: { length: 3 }, reports: 1 });
  expect(sends().length - before).toBe(4);
});

test.each([
  [1, 40],
  [2, 4],
  [400, 4],
])(
  "the clock jumps %i days ahead and back: nothing is lost, nothing waits for that day",
  async (days, most) => {
    await waits(database);
    await holds(database, services, "shipment", 2);
    once(async () => new Response(null, { status: 503, headers: { "retry-after": "600" } }));
    later(days * day);
    // Its week is over there, and with it the tokens.
    if (days < 14) await upload(database);
    else await database.settings.put({ key: "hold", since: Date.now(), until: Date.now() + 60_000 });
    expect(sends()).toHaveLength(days < 14 ? 1 : 0);
    later(-days * day);
    await slots(most);
    expect((await shipment()).state).toBe("shipped");
    expect(services.stored().ids).toHaveLength(1);
    later(-day);
    await waits(database, { readyAt: Date.now(), nextTryAt: Date.now() });
    await slots(3);
    expect(services.stored().ids).toHaveLength(2);
  },
);
