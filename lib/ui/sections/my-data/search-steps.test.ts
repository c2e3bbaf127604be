import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Step } from "../../../../schemas/step.ts";
import { appendSteps } from "../../../store/append.ts";
import { type Database, openDatabase } from "../../../store/database.ts";
import { type Found, searchSteps, wordsIn } from "./search-steps.ts";

vi.mock("../../../platform/browser.ts", () => ({ browser: {} }));
let database: Database;
let made = 0;
beforeEach(() => {
  database = openDatabase(`search-${made++}`);
});
afterEach(() => database.delete());

const day = 24 * 3_600_000;
const begun = new Date(2026, 10, 20, 12).getTime();
const idOf = (nth: number) => `${String(nth).padStart(21, "T")}A`;
const stepAt = (at: number, name: number): Step =>
  ({
    ...{ kind: "click", at, tool: "A", frame: [], route: null, effect: "nothing", button: "main", count: 1 },
    target: { role: "button", name, path: [], selectors: [], box: [0, 0, 1, 1], state: [], terms: [] },
  }) as Step;

/** A trajectory so many days before, whose steps have the names 0, 1, 2 and so on. */
async function stores(nth: number, count: number): Promise<void> {
  const head = { id: idOf(nth), openedAt: begun - nth * day, tools: ["A"] };
  await database.trajectories.put(head);
  const steps = Array.from({ length: count }, (_, n) => ({ n, step: stepAt(n * 1000, n % 300) }));
  await appendSteps(database, head, steps);
}

const over = new AbortController().signal;
const search = (text: string, signal: AbortSignal = over) =>
  searchSteps(database, {
    words: wordsIn(text),
    wordsOf: ({ target }) => `clicked the button number ${target?.name}`,
    wordsOfDay: (at) => `day-${new Date(at).getDate()}`,
    signal,
  });
async function all(text: string): Promise<{ places: string[]; last: Found }> {
  const found: Found[] = [];
  for await (const one of search(text)) found.push(one);
  return {
    places: found.flatMap(({ hits }) => hits.map(({ trajectory, n }) => `${trajectory.slice(-2)} ${n}`)),
    last: found.at(-1)!,
  };
}

test("all steps are looked at, closed and open ones, newest first", async () => {
  await stores(0, 10);
  await stores(3, 700);
  const { places, last } = await all("BUTTON 299");
  expect(places).toEqual(["3A 599", "3A 299"]);
  expect(last).toMatchObject({ looked: 710, back: begun - 3 * day, over: true });
  expect((await all("number 7")).places[0]).toBe("0A 7");
});

test("a day is a word like any other, and every word must be there", async () => {
  await stores(0, 3);
  await stores(1, 3);
  expect((await all("day-19")).places).toEqual(["1A 2", "1A 1", "1A 0"]);
  expect((await all("day-19 number 2")).places).toEqual(["1A 2"]);
  expect((await all("day-19 nowhere")).places).toEqual([]);
});

test("what is being deleted is not found, and an empty store is over at once", async () => {
  expect((await all("x")).last).toEqual({ hits: [], looked: 0, back: null, over: true });
  await stores(0, 3);
  const what = { by: "steps" as const, trajectory: idOf(0), steps: [1] };
  await database.tombstones.put({ id: "x", what, at: Date.now(), until: Date.now(), less: [] });
  expect((await all("button")).places).toEqual(["0A 2", "0A 0"]);
});

test("it stops when it is told to", async () => {
  for (const nth of [0, 1, 2]) await stores(nth, 5);
  const ending = new AbortController();
  const found: Found[] = [];
  for await (const one of search("button", ending.signal)) {
    found.push(one);
    ending.abort();
  }
  expect(found).toHaveLength(1);
});
