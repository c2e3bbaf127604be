import "fake-indexeddb/auto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { noticeVersion, receiptSchema } from "../../schemas/consent.ts";
import { tombstoneSchema } from "../../schemas/deletion.ts";
import { eraseKeySchema, queuedShipmentSchema } from "../../schemas/queue.ts";
import { queuedStepReportSchema } from "../../schemas/step-report.ts";
import { toolSchema } from "../../schemas/tool.ts";
import { trajectoryHeadSchema } from "../../schemas/trajectory.ts";
import { type Database, databaseName, openDatabase } from "./database.ts";
import { isNewerDatabase } from "./newer-database.ts";
import { readSteps } from "./read.ts";
import { fromText, layDown, readAll, rowsOf, type Stored } from "./testing-stored.ts";

vi.mock("../platform/browser.ts", () => ({ browser: {} }));

const folder = join(import.meta.dirname, "stored");
const stored = readdirSync(folder).map((file): [string, Stored] => [
  file,
  JSON.parse(readFileSync(join(folder, file), "utf8"), fromText),
]);

let database: Database | undefined;
afterEach(async () => {
  database?.close();
  await new Promise((done) => {
    indexedDB.deleteDatabase(databaseName).onsuccess = done;
  });
});

test("the version of today and every one before it has an example", () => {
  database = openDatabase();
  const versions = Array.from({ length: database.verno }, (_, before) => (before + 1) * 10);
  // A new version: lay down with the code before it what a person has, and write it with readAll and toText.
  expect(stored.map(([, { version }]) => version).sort((a, b) => a - b)).toEqual(versions);
});

const schemas = {
  receipts: receiptSchema,
  tools: toolSchema,
  trajectories: trajectoryHeadSchema,
  shipments: queuedShipmentSchema,
  eraseKeys: eraseKeySchema,
  tombstones: tombstoneSchema,
  stepReports: queuedStepReportSchema,
};

test.each(stored)("%s: every row is there after the update, and is understood", async (_, example) => {
  await layDown(databaseName, example);
  database = openDatabase();
  const rows = await rowsOf(database);
  for (const [table, { rows: before }] of Object.entries(example.tables)) {
    expect(before.length).toBeGreaterThan(0);
    expect([table, rows[table]]).toEqual([table, before]);
  }
  for (const [table, schema] of Object.entries(schemas))
    for (const row of rows[table]!) expect([table, schema.safeParse(row).error]).toEqual([table, undefined]);
  const heads = await database.trajectories.toArray();
  for (const { id } of heads) expect((await readSteps(database, id)).length).toBeGreaterThan(0);
  expect((await database.receipts.toArray()).some(({ notice }) => notice <= noticeVersion)).toBe(true);
  // What came since is as it is in a database that was made today.
  const now = await readAll(databaseName);
  database.close();
  await database.delete();
  await openDatabase("made-today").open();
  const today = await readAll("made-today");
  const shapeOf = ({ version, tables }: Stored) => ({
    version,
    tables: Object.entries(tables).map(([table, { keyPath, indexes }]) => ({ table, keyPath, indexes })),
  });
  expect(shapeOf(now)).toEqual(shapeOf(today));
});

test.each([
  [
    "with a table more",
    (newest: Stored): Stored["tables"] => ({ ...newest.tables, more: newest.tables.dropped! }),
  ],
  ["without one of ours", ({ tables: { totals: _, ...tables } }: Stored): Stored["tables"] => tables],
])("a database of a newer version, %s, is neither read nor changed", async (_, tablesOf) => {
  const newest = stored.at(-1)![1];
  const newer = { version: newest.version + 10, tables: tablesOf(newest) };
  await layDown(databaseName, newer);
  const before = await readAll(databaseName);
  database = openDatabase();
  const isRefused = (doing: Promise<unknown>) => doing.then(() => false, isNewerDatabase);
  expect(await isRefused(database.open())).toBe(true);
  expect(await isRefused(database.receipts.toArray())).toBe(true);
  expect(await isRefused(database.dropped.put({ reason: "paused", count: 9 }))).toBe(true);
  const all = database.tables;
  expect(await isRefused(database.transaction("rw", all, async () => database!.receipts.clear()))).toBe(true);
  expect(await readAll(databaseName)).toEqual(before);
});
