import { existsSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { openSqliteStore } from "./sqlite-store.ts";
import { StorageError } from "./store.ts";
import { arrival, storeContract } from "./store-contract.ts";
import { temporaryFolder } from "./testing.ts";

const newFile = () => `${temporaryFolder(onTestFinished)}/deep/collector.sqlite`;
const rawOf = (file: string) =>
  Buffer.concat(
    ["", "-wal", "-shm", "-journal"]
      .map((end) => file + end)
      .flatMap((one) => (existsSync(one) ? [readFileSync(one)] : [])),
  );

storeContract("SQLite", () => {
  const file = newFile();
  return { open: () => openSqliteStore({ file }), raw: () => rawOf(file) };
});

test("a full disk refuses what does not fit, keeps what does, and loses nothing", async () => {
  const store = openSqliteStore({ file: newFile(), maxPages: 40 });
  onTestFinished(() => store.close());
  const sent = Array.from({ length: 60 }, () => arrival());
  const results = await Promise.allSettled(sent.map((one) => store.append(one)));
  const stored = sent.filter((_, at) => results[at]!.status === "fulfilled").map(({ id }) => id);
  expect(stored.length).toBeGreaterThan(5);
  expect(stored.length).toBeLessThan(60);
  expect([...store.scan()].map(({ id }) => id)).toEqual(stored.toSorted());
  for (const one of results) if (one.status === "rejected") expect(one.reason).toBeInstanceOf(StorageError);
  await store.erase(sent[0]!.mark, "2027-W20");
  expect(await store.append(arrival())).toBe("stored");
});

test("marks that were never here are remembered up to a number; what is here is erased and refused all the same", async () => {
  const file = newFile();
  const store = openSqliteStore({ file, most: 3 });
  onTestFinished(() => store.close());
  const [sent, late] = [arrival(), arrival()];
  await store.append(sent);
  for (let n = 0; n < 10; n++) await store.erase(arrival().mark, "2027-W20");
  await store.erase(late.mark, "2027-W20");
  expect(await store.append(late)).toBe("stored");
  await store.erase(sent.mark, "2027-W20");
  expect(await store.append(sent)).toBe("erased");
  const database = new DatabaseSync(file, { readOnly: true });
  expect(database.prepare("SELECT count(*) AS n FROM tombstones").get()).toMatchObject({ n: 4 });
  database.close();
  // Their week is over: there is room again.
  await store.expire({ shipments: "2026-W01", tokens: "2026-W01", now: "2027-W21" });
  const early = arrival();
  await store.erase(early.mark, "2027-W40");
  expect(await store.append(early)).toBe("erased");
});

test("a reader beside a running collector sees its rows, cannot write, and does not keep erased bytes alive", async () => {
  const file = newFile();
  const store = openSqliteStore({ file });
  const sent = arrival();
  await store.append(sent);
  const reader = new DatabaseSync(file, { readOnly: true });
  reader.exec("BEGIN; SELECT count(*) FROM shipments");
  const rows = reader.prepare("SELECT id FROM shipments").all();
  await store.erase(sent.mark, "2027-W20");
  reader.exec("COMMIT");
  reader.close();
  expect(rows).toHaveLength(1);
  await store.append(arrival());
  expect(rawOf(file).includes(Buffer.from(sent.bytes).subarray(0, 40))).toBe(false);
  const copy = openSqliteStore({ file, readOnly: true });
  onTestFinished(() => [copy, store].forEach((each) => void each.close()));
  expect(copy.count()).toBe(1);
  await expect(copy.append(arrival())).rejects.toThrow(StorageError);
});

test("a file that is missing, no database, of another form or version is a StorageError", async () => {
  expect(() => openSqliteStore({ file: newFile(), readOnly: true })).toThrow(StorageError);
  expect(() => openSqliteStore({ file: import.meta.filename })).toThrow(StorageError);
  const file = newFile();
  await openSqliteStore({ file, form: "sealed" }).close();
  expect(() => openSqliteStore({ file, form: "plain" })).toThrow(/holds sealed shipments/);
  const old = new DatabaseSync(file);
  old.exec("PRAGMA user_version = 1");
  old.close();
  expect(() => openSqliteStore({ file })).toThrow(/version 1/);
});
