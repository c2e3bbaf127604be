// P9: with `cover`, what a gateway in between sees of who agreed and of who declined is the same.
import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Client, startClient } from "../../bench/shipping/client.ts";
import { given } from "../../bench/shipping/given-services.ts";
import { erasing, reports, sealed, waits } from "../../bench/shipping/queue.ts";
import { gatewayPath } from "../../schemas/sealing.ts";
import { tokenRequestPath } from "../../schemas/tokens.ts";
import { enact } from "../consent/enact.ts";
import { shipNow } from "./ship.ts";

vi.mock("../platform/browser.ts", () => ({ browser: {} }));
vi.mock("./services.ts", () => import("../../bench/shipping/given-services.ts"));
vi.mock("./slots.ts", () => import("../../bench/shipping/given-slots.ts"));

const begin = Date.UTC(2026, 10, 16, 1);
beforeEach(() => {
  vi.useFakeTimers({ now: begin, toFake: ["Date"] });
  given.services = { ...sealed, cover: true };
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Two days of somebody, slot by slot; `lives` says what the person does. */
async function capture(lives: (client: Client, at: number) => Promise<void>) {
  vi.setSystemTime(begin);
  const client = await startClient({ fetches: true });
  await enact(client.database, { is: "policy", read: { is: "policy", policy: { cover: true } } });
  const seen: string[][] = [];
  for (let at = 0; at < 62; at++) {
    await lives(client, at);
    client.services.seen.length = 0;
    await client.slots(1);
    // Tokens are fetched at moments of everybody's own; what is compared is what is sent, and how often all of it.
    const sent = client.services.seen.filter(({ method, path }) => method === "POST" && path === gatewayPath);
    seen.push(sent.map(({ to, headers, size }) => JSON.stringify([to, headers, size])));
    all.push(...client.services.seen.map(({ to, method, path }) => `${method} ${to}${path}`));
  }
  const fetched = all.splice(0).filter((line) => line.endsWith(tokenRequestPath)).length;
  const stored = client.services.stored();
  await client.database.delete();
  return { seen, fetched, stored };
}
const all: string[] = [];

test("each slot has one request of one size, whether there is something to send or nothing", async () => {
  const busy = await capture(async ({ database }, at) => {
    if (at % 6 === 0) await waits(database, at % 12 === 0 ? { nextTryAt: 0 } : {});
    if (at === 20) await reports(database);
    if (at === 30) await erasing(database);
    // Also "Ship now" waits for the next slot.
    await shipNow(database);
  });
  const declined = await capture(async ({ database }, at) => {
    if (at === 0) await enact(database, { is: "answer", answer: "declined", kinds: [] });
  });
  expect(busy.stored.ids.length).toBeGreaterThan(4);
  expect(busy.stored).toMatchObject({ reports: 1, erased: 1 });
  expect(declined.stored).toEqual({ ids: [], reports: 0, erased: 0 });
  expect(busy.seen).toEqual(declined.seen);
  expect(new Set(declined.seen.flat()).size).toBe(1);
  // The moments of two fetches are at random; the week's numbers are everybody's.
  expect(Math.abs(busy.fetched - declined.fetched)).toBeLessThanOrEqual(8);
  expect(declined.fetched).toBeGreaterThan(0);
});

test("without cover who declined sends nothing and asks nobody", async () => {
  given.services = sealed;
  const declined = await capture(async ({ database }, at) => {
    if (at === 0) await enact(database, { is: "answer", answer: "declined", kinds: [] });
  });
  expect([declined.seen.flat(), declined.fetched]).toEqual([[], 0]);
});
