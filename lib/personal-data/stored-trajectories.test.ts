import "fake-indexeddb/auto";
import { openDB } from "idb";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { TrajectoryHead } from "../../schemas/trajectory.ts";
import { type Chunk, type Database, openDatabase } from "../store/database.ts";
import { trajectoryLines } from "./stored-trajectories.ts";

let database: Database;
let made = 0;
beforeEach(() => {
  database = openDatabase(`stored-${made++}`);
});
afterEach(() => database.delete());

const encoder = new TextEncoder();
/** A step of some length; the export copies it and never looks inside. */
const lineOf = (n: number, filler = 0) => JSON.stringify({ n, step: { filler: "x".repeat(filler) } });
const head = (id: string) => ({ id, openedAt: 1, tools: ["a"] }) as unknown as TrajectoryHead;
const chunk = (trajectory: string, numbers: readonly number[], { tool = "a", filler = 0 } = {}): Chunk => ({
  trajectory,
  first: numbers[0]!,
  last: numbers.at(-1)!,
  tool,
  day: "2026-11-20",
  count: numbers.length,
  lines: encoder.encode(numbers.map((n) => `${lineOf(n, filler)}\n`).join("")),
});
const numbers = (from: number, count: number) => Array.from({ length: count }, (_, nth) => from + nth);

interface Line {
  id: string;
  steps: { n: number }[];
}

/** What is exported, the number of its parts, and of the steps that were told. */
async function exported(): Promise<{ lines: Line[]; parts: number; told: number }> {
  const stored = await openDB(database.name);
  let [text, parts, told] = ["", 0, 0];
  const decoder = new TextDecoder();
  for await (const part of trajectoryLines(stored, (count) => {
    told += count;
  })) {
    text += decoder.decode(part, { stream: true });
    parts++;
  }
  stored.close();
  expect(text.endsWith("\n") || text === "").toBe(true);
  const lines = text.split("\n").filter(Boolean);
  return { lines: lines.map((line) => JSON.parse(line) as Line), parts, told };
}

test("nothing stored is no line", async () => {
  await database.open();
  expect(await exported()).toEqual({ lines: [], parts: 0, told: 0 });
});

test("each trajectory is one line with its steps in order, chunks of two tools over one another and an open step too", async () => {
  await database.trajectories.bulkAdd([head("t1"), head("t2"), head("t3")]);
  await database.chunks.bulkAdd([
    chunk("t1", [1, 3, 5]),
    chunk("t1", [2, 4], { tool: "b" }),
    chunk("t2", [1, 2]),
    chunk("t2", [3, 4]),
  ]);
  await database.openSteps.add({ trajectory: "t1", n: 6, tool: "a", day: "2026-11-20", line: lineOf(6) });
  const { lines, told } = await exported();
  expect(lines.map(({ id, steps }) => [id, steps.map(({ n }) => n)])).toEqual([
    ["t1", [1, 2, 3, 4, 5, 6]],
    ["t2", [1, 2, 3, 4]],
    ["t3", []],
  ]);
  expect(told).toBe(10);
});

test("many parts, long and short: what an earlier part left in the memory of the next is not in it", async () => {
  const ids = Array.from({ length: 150 }, (_, nth) => `t${String(nth).padStart(3, "0")}`);
  await database.trajectories.bulkAdd(ids.map(head));
  // Every seventh is longer than a part, one of them than the reader takes at once.
  const count = (nth: number) => (nth === 70 ? 20 : nth % 7 === 0 ? 3 : 1);
  for (const [nth, id] of ids.entries())
    await database.chunks.bulkAdd(
      numbers(0, count(nth)).map((each) =>
        chunk(id, numbers(1 + each * 256, 256), { filler: nth % 7 === 0 ? 900 : 20 }),
      ),
    );
  const { lines, parts, told } = await exported();
  expect(lines.map(({ id }) => id)).toEqual(ids);
  for (const [nth, { steps }] of lines.entries())
    expect(steps.map(({ n }) => n)).toEqual(numbers(1, 256 * count(nth)));
  expect(told).toBe(lines.reduce((sum, { steps }) => sum + steps.length, 0));
  expect(parts).toBeGreaterThan(20);
});
