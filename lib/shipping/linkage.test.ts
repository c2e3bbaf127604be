// P7: who has the network in front of the relay, the collector's file and its logs links no two shipments of a person.
// 50 people of one office: each works at hours of their own and ships four trajectories of two days.
// In the long run many weeks count as one: what links a little in each shows there.
import "fake-indexeddb/auto";
import { afterEach, expect, test, vi } from "vitest";
import { agreedDatabase, holds, sealed } from "../../bench/shipping/queue.ts";
import { startServices } from "../../bench/shipping/services.ts";
import { shipment, textOf } from "../../collector/testing.ts";
import { gatewayPath } from "../../schemas/sealing.ts";
import { dayBegan, now, weekOf } from "../platform/clock.ts";
import { randomBelow, randomId } from "../platform/random.ts";
import type { Database } from "../store/database.ts";
import { leavesAt } from "./leaves-at.ts";
import { nextUploads } from "./next-uploads.ts";
import { upload } from "./upload.ts";

vi.mock("../platform/browser.ts", () => ({ browser: {} }));
vi.mock("./services.ts", () => ({ readServices: async () => sealed }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const [people, each] = [50, 4];
const weeks = process.env.TOOLTRAIL_LONG ? 60 : 1;
const hour = 3_600_000;
const monday = Date.UTC(2026, 10, 16);

/** A shipment as it is made at the end of a trajectory: it leaves at the one moment that is drawn for it. */
async function makes(database: Database, madeAt: number): Promise<void> {
  const readyAt = leavesAt(madeAt, { window: 24 * hour, part: Math.random(), dayBegan });
  const steps = Array(1 + randomBelow(300)).fill(shipment().steps[0]);
  const sent = shipment({ week: weekOf(readyAt), steps });
  const { id, week } = sent;
  const bytes = new TextEncoder().encode(textOf(sent));
  const at = { readyAt, attempts: 0, nextTryAt: readyAt };
  await database.shipments.put({
    ...{ id, trajectory: randomId(), state: "waiting", week, bytes, tools: [] },
    ...at,
  });
}

/** The machine is on from about eight to about six. */
function whenOn(at: number): number {
  const inDay = (at - monday) % (24 * hour);
  if (inDay > 8 * hour && inDay < 18 * hour) return at;
  const days = Math.floor((at - monday) / (24 * hour)) + (inDay < 8 * hour ? 0 : 1);
  return monday + days * 24 * hour + 8 * hour + 1 + randomBelow(hour);
}

interface Sent {
  who: number;
  at: number;
  size: number;
  headers: string;
}

async function week(): Promise<Sent[]> {
  vi.useFakeTimers({ now: monday + 8 * hour, toFake: ["Date"] });
  const services = startServices();
  vi.stubGlobal("fetch", services.fetch);
  const office: { database: Database; at: number }[] = [];
  for (let who = 0; who < people; who++) {
    const database = await agreedDatabase();
    const favourite = monday + (8 + randomBelow(10)) * hour;
    for (let n = 0; n < each; n++)
      // On one of two days, whichever.
      await makes(database, favourite + randomBelow(2) * 24 * hour + randomBelow(hour / 2));
    await holds(database, services, "shipment", each);
    office.push({ database, at: now() + randomBelow(hour) });
  }
  const sent: Sent[] = [];
  for (;;) {
    const who = office.reduce((first, { at }, one) => (at < office[first]!.at ? one : first), 0);
    const next = office[who]!;
    if (next.at === Number.POSITIVE_INFINITY) break;
    vi.setSystemTime(Math.max(now(), next.at));
    services.seen.length = 0;
    await upload(next.database);
    for (const { method, path, size, headers } of services.seen)
      if (method === "POST" && path === gatewayPath)
        sent.push({ who, at: now(), size, headers: JSON.stringify(headers) });
    const waits = await next.database.shipments.where({ state: "waiting" }).count();
    const due = Math.max(now() + 30_000, Math.min(...(await nextUploads(next.database))));
    next.at = waits > 0 ? whenOn(due) : Number.POSITIVE_INFINITY;
  }
  for (const { database } of office) await database.delete();
  expect(services.stored().ids).toHaveLength(people * each);
  return sent;
}

type Guess = readonly [one: Sent, taken: Sent];
/** Of each request the one that is taken for the same person's. */
const guesses = (sent: readonly Sent[], unlike: (a: Sent, b: Sent) => number): Guess[] =>
  sent.map((one) => {
    const others = sent.filter((other) => other !== one);
    return [one, others.reduce((best, other) => (unlike(one, other) < unlike(one, best) ? other : best))];
  });
const isRight = ([one, taken]: Guess): boolean => one.who === taken.who;

/**
 * How often as many guesses are right where who sent what is drawn anew in each week. Two that are nearest to each other
 * are right together, so that no table of single guesses says it.
 */
function chanceOf(weeks: readonly (readonly Guess[])[]): number {
  const drawable = weeks.map((all) => {
    const places = new Map(all.map(([one], place) => [one, place]));
    return { taken: all.map(([, other]) => places.get(other)!), who: all.map(([one]) => one.who) };
  });
  const right = () =>
    drawable.reduce(
      (sum, { taken, who }) => taken.reduce((more, other, place) => more + +(who[place] === who[other]), sum),
      0,
    );
  const found = right();
  let asMany = 0;
  for (let draw = 0; draw < draws; draw++) {
    for (const { who } of drawable)
      for (let last = who.length - 1; last > 0; last--) {
        const other = Math.floor(Math.random() * (last + 1));
        [who[last], who[other]] = [who[other]!, who[last]!];
      }
    if (right() >= found) asMany++;
  }
  return asMany / draws;
}
const draws = 20_000;

/** What would explain them. */
const told = (right: readonly Guess[]): string =>
  right
    .map(([a, b]) => `${a.who}: ${[a, b].map(({ at, size }) => `${new Date(at).toISOString()} ${size}`)}`)
    .join("\n");

const ofDay = ({ at }: Sent) => at % (24 * hour);
const attacks: Record<string, (a: Sent, b: Sent) => number> = {
  "one after the other": (a, b) => Math.abs(a.at - b.at),
  "the time of day": (a, b) => Math.abs(ofDay(a) - ofDay(b)),
  "a day apart": (a, b) => Math.abs(Math.abs(a.at - b.at) - 24 * hour),
  "a quarter of an hour apart": (a, b) => Math.abs(Math.abs(a.at - b.at) - hour / 4),
  "half an hour apart": (a, b) => Math.abs(Math.abs(a.at - b.at) - hour / 2),
  "an hour apart": (a, b) => Math.abs(Math.abs(a.at - b.at) - hour),
  "size and time of day": (a, b) =>
    Math.abs(Math.log2(a.size / b.size)) * hour + Math.abs(ofDay(a) - ofDay(b)),
  "headers, size and order": (a, b) =>
    (a.headers === b.headers ? 0 : 9e9) + Math.abs(a.size - b.size) * hour + Math.abs(a.at - b.at),
};

test(`no attack on size, order, headers or rhythm links better than chance, over weeks: ${weeks}`, async () => {
  const sent: Sent[][] = [];
  for (let n = 0; n < weeks; n++) sent.push(await week());
  const all = sent.flat();
  expect(all).toHaveLength(weeks * people * each);
  expect(new Set(all.map(({ headers }) => headers)).size).toBe(1);
  expect(new Set(all.map(({ size }) => size)).size).toBeLessThanOrEqual(3);
  for (const [name, unlike] of Object.entries(attacks)) {
    const guessed = sent.map((one) => guesses(one, unlike));
    const right = guessed.flat().filter(isRight);
    const chance = chanceOf(guessed);
    console.log(`${name}: ${(right.length / weeks).toFixed(2)} of ${people * each} a week, ${chance}`);
    expect(chance, `${name}\n${told(right)}`).toBeGreaterThan(0);
  }
  // The attack itself works: on those who would send a person's shipments together.
  const together = sent.map((one) =>
    guesses(
      one.map((each) => ({ ...each, at: monday + each.who * hour })),
      attacks["one after the other"]!,
    ),
  );
  expect(together.flat().filter(isRight)).toHaveLength(weeks * people * each);
  expect(chanceOf(together)).toBe(0);
}, 3_600_000);
