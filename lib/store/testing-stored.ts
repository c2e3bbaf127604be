// What a released version had in the browser, as a file: stores, their indexes and rows.
import type { Database } from "./database.ts";

interface StoredTable {
  keyPath: string | string[];
  indexes: { name: string; keyPath: string | string[]; multiEntry: boolean }[];
  rows: unknown[];
}

export interface Stored {
  /** IndexedDB's own number: ten times Dexie's. */
  version: number;
  tables: Record<string, StoredTable>;
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((yes, no) => {
    request.onsuccess = () => yes(request.result);
    request.onerror = () => no(request.error);
  });

/** Bytes as base64 and back. */
export const toText = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array ? { bytes64: Buffer.from(value).toString("base64") } : value;
export const fromText = (_: string, value: unknown): unknown => {
  const { bytes64 } = (value ?? {}) as { bytes64?: string };
  return typeof bytes64 === "string" ? Uint8Array.from(Buffer.from(bytes64, "base64")) : value;
};

/** Makes the database as that version did, without our code. */
export async function layDown(name: string, { version, tables }: Stored): Promise<void> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => {
    for (const [table, { keyPath, indexes, rows }] of Object.entries(tables)) {
      const store = request.result.createObjectStore(table, { keyPath });
      for (const { name, keyPath, multiEntry } of indexes) store.createIndex(name, keyPath, { multiEntry });
      for (const row of rows) store.put(row);
    }
  };
  (await done(request)).close();
}

/** Everything that lies there, without our code. */
export async function readAll(name: string): Promise<Stored> {
  const database = await done(indexedDB.open(name));
  const tables: Stored["tables"] = {};
  for (const table of database.objectStoreNames) {
    const store = database.transaction(table).objectStore(table);
    const indexes = [...store.indexNames].map((index) => {
      const { name, keyPath, multiEntry } = store.index(index);
      return { name, keyPath, multiEntry };
    });
    tables[table] = { keyPath: store.keyPath!, indexes, rows: await done(store.getAll()) };
  }
  database.close();
  return { version: database.version, tables };
}

/** The rows of every table of an open database. */
export const rowsOf = async (database: Database): Promise<Record<string, unknown[]>> =>
  Object.fromEntries(
    await Promise.all(database.tables.map(async (table) => [table.name, await table.toArray()] as const)),
  );
