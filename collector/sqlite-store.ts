// The embedded engine: one SQLite file.
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type Appended, StorageError, type Store, type StoredShipment } from "./store.ts";

export interface SqliteOptions {
  file: string;
  /** For the dataset: the file must be there, and the collector may be running. */
  readOnly?: boolean;
  /** Bounds the file, in pages of 4096 bytes; what does not fit is refused. */
  maxPages?: number;
}

// WITHOUT ROWID: a row number would keep the order of arrival, which links shipments of one person.
const table = `
  CREATE TABLE IF NOT EXISTS shipments (id TEXT PRIMARY KEY, week TEXT NOT NULL, bytes BLOB NOT NULL)
  STRICT, WITHOUT ROWID`;

function open({ file, readOnly = false, maxPages }: SqliteOptions): DatabaseSync {
  if (!readOnly) mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { readOnly, timeout: 5000 });
  if (readOnly) return database;
  // FULL: in WAL mode a commit is on disk when it returns. secure_delete: erased is overwritten, not unlinked.
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON");
  database.exec(table);
  if (maxPages !== undefined) database.exec(`PRAGMA max_page_count = ${Math.trunc(maxPages)}`);
  return database;
}

function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new StorageError(cause);
  }
}

/** Opens or creates the file. Throws StorageError when it cannot be used. */
export function openSqliteStore(options: SqliteOptions): Store {
  const database = attempt(() => open(options));
  const prepare = (sql: string) => attempt(() => database.prepare(sql));
  const select = prepare("SELECT bytes FROM shipments WHERE id = ?");
  const all = prepare("SELECT id, week, bytes FROM shipments ORDER BY id");
  const counted = prepare("SELECT count(*) AS n FROM shipments");

  const append = ({ id, week, bytes }: StoredShipment): Appended => {
    const known = select.get(id);
    if (known) return Buffer.compare(known.bytes as Uint8Array, bytes) === 0 ? "repeated" : "other-bytes";
    database.prepare("INSERT INTO shipments (id, week, bytes) VALUES (?, ?, ?)").run(id, week, bytes);
    return "stored";
  };

  return {
    append: (shipment) => attempt(() => append(shipment)),
    scan: () => all.iterate() as Iterable<unknown> as Iterable<StoredShipment>,
    count: () => attempt(() => Number(counted.get()?.n)),
    close: () => database.close(),
  };
}
