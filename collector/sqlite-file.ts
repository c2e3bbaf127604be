// The SQLite file itself: its tables, its settings, and that what is erased is gone from it.
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";

export interface SqliteOptions {
  file: string;
  /** For the dataset: the file must be there, and the collector may be running. */
  readOnly?: boolean;
  /** Bounds the file, in pages of 4096 bytes; what does not fit is refused. */
  maxPages?: number;
  /** What the bytes are: a file holds one form only. Left out, the file says. */
  form?: "sealed" | "plain";
}

const version = 2;
/** How long another process may hold the file, in milliseconds. */
const patience = 5000;

// WITHOUT ROWID: a row number would keep the order of arrival, which links shipments of one person.
const tables = `
  CREATE TABLE IF NOT EXISTS shipments (
    id TEXT PRIMARY KEY, week TEXT NOT NULL, mark TEXT NOT NULL, proof BLOB NOT NULL, bytes BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX IF NOT EXISTS marks ON shipments (mark);
  CREATE INDEX IF NOT EXISTS weeks ON shipments (week);
  CREATE TABLE IF NOT EXISTS nullifiers (
    nullifier BLOB PRIMARY KEY, epoch TEXT NOT NULL, shipment TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS reports (
    nullifier BLOB PRIMARY KEY, week TEXT NOT NULL, bytes BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS paid ON nullifiers (shipment);
  CREATE TABLE IF NOT EXISTS tombstones (mark TEXT PRIMARY KEY, until TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS erased (week TEXT PRIMARY KEY, many INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID`;

const oneValue = (database: DatabaseSync, sql: string): unknown =>
  Object.values(database.prepare(sql).get() ?? {})[0];

function checkVersion(database: DatabaseSync): void {
  const found = Number(oneValue(database, "PRAGMA user_version"));
  const used = Number(oneValue(database, "SELECT count(*) FROM sqlite_schema")) > 0;
  if (used && found !== version) {
    throw new Error(`the file is of version ${found}, this program writes ${version}: move it away`);
  }
}

/** What the file's bytes are. */
export const formOf = (database: DatabaseSync): "sealed" | "plain" =>
  oneValue(database, "SELECT value FROM facts WHERE name = 'form'") === "sealed" ? "sealed" : "plain";

function keepForm(database: DatabaseSync, form: "sealed" | "plain"): void {
  database.prepare("INSERT OR IGNORE INTO facts (name, value) VALUES ('form', ?)").run(form);
  if (formOf(database) !== form)
    throw new Error(`the file holds ${formOf(database)} shipments, not ${form} ones`);
}

/** Opens or creates the file. */
export function openSqliteFile({
  file,
  readOnly = false,
  maxPages,
  form = "plain",
}: SqliteOptions): DatabaseSync {
  if (!readOnly) mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { readOnly, timeout: patience });
  checkVersion(database);
  if (readOnly) return database;
  // FULL: in WAL mode a commit is on disk when it returns. secure_delete: erased is overwritten, not unlinked.
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON");
  database.exec(`BEGIN IMMEDIATE; ${tables}; PRAGMA user_version = ${version}; COMMIT`);
  keepForm(database, form);
  if (maxPages !== undefined) database.exec(`PRAGMA max_page_count = ${Math.trunc(maxPages)}`);
  return database;
}

const isRead = (cause: unknown): boolean =>
  cause instanceof Error && /SQL statements in progress|database is locked/.test(cause.message);

/**
 * Lays all rows out in the order of their keys. What is larger than a page's quarter lies in pages of its own, which
 * are taken in the order of arrival. False while this connection reads: then the next time.
 */
export function rearrange(database: DatabaseSync): boolean {
  try {
    database.exec("VACUUM");
    return true;
  } catch (cause) {
    if (!isRead(cause)) throw cause;
    return false;
  }
}

/** Empties the log, which still holds what was overwritten in the file. False while a reader needs it. */
export function truncateLog(database: DatabaseSync): boolean {
  // Nobody waits for a reader: a dataset may take minutes to build.
  database.exec("PRAGMA busy_timeout = 0");
  try {
    return oneValue(database, "PRAGMA wal_checkpoint(TRUNCATE)") === 0;
  } finally {
    database.exec(`PRAGMA busy_timeout = ${patience}`);
  }
}
