// A worker killed at any step of a send: nothing is lost, nothing is stored twice, counted in the collector's file.
import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { agreedDatabase, erasing, holds, reports, sealed, waits } from "../../bench/shipping/queue.ts";
import { startServices } from "../../bench/shipping/services.ts";
import { locksOfAWorker } from "../../bench/shipping/worker-locks.ts";
import { type Database, openDatabase } from "../store/database.ts";
import { nextErasures } from "../store/erase-queue.ts";
import { upload } from "./upload.ts";

vi.mock("../platform/browser.ts", () => ({ browser: {} }));
vi.mock("./services.ts", () => ({ readServices: async () => sealed }));
vi.mock("./slots.ts", () => import("../../bench/shipping/given-slots.ts"));

/** One worker's life. It ends at a step, inside a transaction or around one, or on the network, and says no word. */
const life = vi.hoisted(() => ({ steps: 0, end: Number.POSITIVE_INFINITY, die: () => {} }));
const never = new Promise<never>(() => {});
const endsHere = () => ++life.steps === life.end;
const step = async (): Promise<void> => {
  if (!endsHere()) return;
  life.die();
  await never;
};
vi.mock("../store/writer.ts", async (original) => {
  const { write } = await original<typeof import("../store/writer.ts")>();
  class Torn extends Error {}
  return {
    write: async (database: Database, body: () => Promise<unknown>) => {
      await step();
      const done = await write(database, async () => {
        const result = await body();
        if (endsHere()) throw new Torn();
        return result;
      }).catch((cause: unknown) => {
        if (!(cause instanceof Torn)) throw cause;
        life.die();
        return never;
      });
      await step();
      return done;
    },
  };
});

const seeds = process.env.TOOLTRAIL_LONG ? 1000 : 50;
const slot = 46 * 60_000;

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 10, 18, 9), toFake: ["Date"] }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A small generator, so that a seed that fails can be run again. */
const dice = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) | 0;
  return (seed >>> 8) / 2 ** 24;
};

/** Uploads until nothing waits, or the worker dies; returns whether it lived. */
async function lives(database: Database, end: number): Promise<boolean> {
  life.steps = 0;
  life.end = end;
  vi.stubGlobal("navigator", { locks: locksOfAWorker() });
  const death = new Promise<false>((died) => {
    life.die = () => died(false);
  });
  const work = (async () => {
    for (let turn = 0; turn < 60 && (await isWaiting(database)); turn++) {
      await upload(database);
      vi.setSystemTime(Date.now() + slot);
    }
    return true as const;
  })();
  return Promise.race([work, death]);
}

const isWaiting = async (database: Database): Promise<boolean> =>
  (await database.shipments.where({ state: "waiting" }).count()) > 0 ||
  (await database.stepReports.where({ state: "waiting" }).count()) > 0 ||
  (await nextErasures(database)).length > 0;

/** The n-th life ends at this step; the last is not cut off. */
type Ends = (life: number) => number;
const uncut = Number.POSITIVE_INFINITY;

async function run(ends: Ends, fill: (database: Database) => Promise<string[]>) {
  vi.setSystemTime(Date.UTC(2026, 10, 18, 9));
  const services = startServices();
  services.between = async (request, pass) => {
    await step();
    const answer = await pass(request);
    // The collector has committed, and nobody hears of it.
    await step();
    return answer;
  };
  vi.stubGlobal("fetch", services.fetch);
  const database = await agreedDatabase();
  const ids = await fill(database);
  await holds(database, services, "shipment", 4);
  await holds(database, services, "report", 4);
  let deaths = 0;
  for (;;) {
    const worker = openDatabase(database.name);
    const lived = await lives(worker, ends(deaths));
    worker.close();
    if (lived) break;
    deaths += 1;
    vi.setSystemTime(Date.now() + slot);
  }
  const waiting = await database.shipments.where({ state: "waiting" }).count();
  const unsaid = await database.stepReports.where({ state: "waiting" }).count();
  const [key] = await database.eraseKeys.filter(({ erasing: asked }) => asked !== undefined).toArray();
  await database.delete();
  const { ids: stored, reports: answers, erased } = services.stored();
  return { deaths, ids, stored, answers, erased, waiting, unsaid, key };
}

/** Two of each, and a key that is to be erased. */
async function much(database: Database): Promise<string[]> {
  const ids = [await waits(database), await waits(database)];
  await reports(database);
  await reports(database);
  await erasing(database);
  return ids;
}

const oneShipment = async (database: Database) => [await waits(database)];
const oneReport = async (database: Database) => {
  await reports(database);
  return [];
};

test.each([
  ["a shipment", oneShipment, 0],
  ["a step report", oneReport, 1],
] as const)(
  "killed at each single step of sending %s: it is there once",
  async (_, fill, answers) => {
    let end = 0;
    for (let deaths = 1; deaths > 0; ) {
      end += 1;
      const done = await run((life) => (life === 0 ? end : uncut), fill);
      expect({ end, ...done }).toMatchObject({
        ...{ end, stored: done.ids, answers, erased: 0, waiting: 0, unsaid: 0 },
      });
      deaths = done.deaths;
    }
    // Three moments of each transaction, and before and after each request.
    expect(end).toBeGreaterThan(12);
  },
  300_000,
);

test(
  `${seeds} seeded lives: each shipment and report is at the collector once, and the erasure was heard`,
  async () => {
    let deaths = 0;
    for (let seed = 1; seed <= seeds; seed++) {
      const roll = dice(seed);
      // The first lives are short.
      const done = await run((life) => (life < 3 ? 1 + Math.floor(roll() * 40) : uncut), much);
      deaths += done.deaths;
      const { stored, answers, erased, waiting, unsaid } = done;
      expect({ seed, stored, answers, erased, waiting, unsaid }).toEqual({
        ...{ seed, stored: done.ids.toSorted(), answers: 2, erased: 1, waiting: 0, unsaid: 0 },
      });
      expect(done.key?.erasing?.acknowledgedAt).toBeDefined();
    }
    // That they died says that the test kills.
    expect(deaths).toBeGreaterThan(seeds);
  },
  seeds * 5_000,
);
