import { readFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { openSqliteStore } from "./sqlite-store.ts";
import { StorageError } from "./store.ts";
import { shipment, temporaryFolder, textOf } from "./testing.ts";

const row = () => {
  const { id, week, ...rest } = shipment();
  return { id, week, bytes: new Uint8Array(Buffer.from(textOf({ id, week, ...rest }))) };
};
const file = () => `${temporaryFolder(onTestFinished)}/deep/collector.sqlite`;

test("a restart keeps every row", () => {
  const path = file();
  const rows = [row(), row(), row()];
  const first = openSqliteStore({ file: path });
  for (const each of rows) expect(first.append(each)).toBe("stored");
  first.close();
  const second = openSqliteStore({ file: path });
  onTestFinished(() => second.close());
  expect(second.append(rows[0]!)).toBe("repeated");
  expect(second.count()).toBe(3);
  expect(new Set([...second.scan()].map(({ id }) => id))).toEqual(new Set(rows.map(({ id }) => id)));
});

test("what was acknowledged is in the files before the store is closed", () => {
  const path = file();
  const store = openSqliteStore({ file: path });
  onTestFinished(() => store.close());
  const { id, week, bytes } = row();
  store.append({ id, week, bytes });
  expect(Buffer.concat([readFileSync(path), readFileSync(`${path}-wal`)]).includes(id)).toBe(true);
});

test("rows come in the order of their ids, and the file keeps no order of arrival", () => {
  const store = openSqliteStore({ file: file() });
  onTestFinished(() => store.close());
  for (let i = 0; i < 50; i++) store.append(row());
  const ids = [...store.scan()].map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted());
  expect(Object.keys([...store.scan()][0]!)).toEqual(["id", "week", "bytes"]);
});

test("a reader beside a running collector sees its rows and cannot write", () => {
  const path = file();
  const store = openSqliteStore({ file: path });
  store.append(row());
  const reader = openSqliteStore({ file: path, readOnly: true });
  onTestFinished(() => [reader, store].forEach((each) => void each.close()));
  expect(reader.count()).toBe(1);
  expect(() => reader.append(row())).toThrow(StorageError);
});

test("a file that is missing or no database is a StorageError", () => {
  expect(() => openSqliteStore({ file: file(), readOnly: true })).toThrow(StorageError);
  expect(() => openSqliteStore({ file: import.meta.filename })).toThrow(StorageError);
});
