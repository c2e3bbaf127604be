// The embedded engine: one SQLite file.
import type { DatabaseSync } from "node:sqlite";
import { epochOf } from "../schemas/epoch.ts";
import { groupCommit } from "./group-commit.ts";
import { openSqliteFile, rearrange, type SqliteOptions, truncateLog } from "./sqlite-file.ts";
import {
  type Appended,
  type Arrival,
  type Expiry,
  type ReportArrival,
  StorageError,
  type Store,
  type StoredReport,
  type StoredShipment,
} from "./store.ts";

function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new StorageError(cause);
  }
}

/** Each question and change, prepared once. */
function prepareAll(database: DatabaseSync) {
  const prepare = (sql: string) => attempt(() => database.prepare(sql));
  return {
    shipment: prepare("SELECT mark, proof FROM shipments WHERE id = ?"),
    nullifier: prepare("SELECT shipment FROM nullifiers WHERE nullifier = ?"),
    tombstone: prepare("SELECT 1 FROM tombstones WHERE mark = ?"),
    addShipment: prepare("INSERT INTO shipments (id, week, mark, proof, bytes) VALUES (?, ?, ?, ?, ?)"),
    addNullifier: prepare("INSERT INTO nullifiers (nullifier, epoch, shipment) VALUES (?, ?, ?)"),
    report: prepare("SELECT 1 FROM reports WHERE nullifier = ?"),
    addReport: prepare("INSERT INTO reports (nullifier, week, bytes) VALUES (?, ?, ?)"),
    allReports: prepare("SELECT nullifier, week, bytes FROM reports ORDER BY nullifier"),
    oldReports: prepare("DELETE FROM reports WHERE week < ?"),
    ofMark: prepare("SELECT id FROM shipments WHERE mark = ?"),
    unlink: prepare("UPDATE nullifiers SET shipment = NULL WHERE shipment = ?"),
    remove: prepare("DELETE FROM shipments WHERE id = ?"),
    bury: prepare("INSERT OR REPLACE INTO tombstones (mark, until) VALUES (?, ?)"),
    countErased: prepare(
      "INSERT INTO erased (week, many) VALUES (?, 1) ON CONFLICT (week) DO UPDATE SET many = many + 1",
    ),
    erased: prepare("DELETE FROM erased WHERE week < ? RETURNING week, many"),
    oldShipments: prepare("DELETE FROM shipments WHERE week < ?"),
    oldNullifiers: prepare("DELETE FROM nullifiers WHERE epoch < ?"),
    oldTombstones: prepare("DELETE FROM tombstones WHERE until < ?"),
    all: prepare("SELECT id, week, bytes FROM shipments ORDER BY id"),
    counted: prepare("SELECT count(*) AS n FROM shipments"),
    buried: prepare("SELECT count(*) AS n FROM tombstones"),
  };
}
type Statements = ReturnType<typeof prepareAll>;

function append(db: Statements, { id, week, mark, check, bytes, token }: Arrival): Appended {
  if (db.tombstone.get(mark)) return "erased";
  const known = db.shipment.get(id);
  const same = known?.mark === mark && Buffer.compare(known.proof as Uint8Array, check) === 0;
  const spent = token && db.nullifier.get(token.nullifier);
  if (spent && spent.shipment !== id) return "token-spent";
  if (known && !same) return "other-bytes";
  // A shipment that was sent again with another token, because the first answer was lost, has spent both.
  if (token && !spent) db.addNullifier.run(token.nullifier, token.epoch, id);
  // Spent for this id, and yet not there: it was stored, and its time is over.
  if (known || spent) return "repeated";
  db.addShipment.run(id, week, mark, check, bytes);
  return "stored";
}

function appendReport(db: Statements, { week, bytes, token: { nullifier, epoch } }: ReportArrival) {
  if (db.report.get(nullifier)) return "repeated";
  if (db.nullifier.get(nullifier)) return "token-spent";
  db.addNullifier.run(nullifier, epoch, null);
  db.addReport.run(nullifier, week, bytes);
  return "stored";
}

function* reportsOf(db: Statements): Iterable<StoredReport> {
  for (const { nullifier, week, bytes } of db.allReports.iterate()) {
    const id = Buffer.from(nullifier as Uint8Array).toString("base64url");
    yield { id, week: String(week), bytes: bytes as Uint8Array };
  }
}

interface Erasing {
  until: string;
  now: string;
  /** Whether a mark that nothing is known of may leave a tombstone still. */
  mayBury: boolean;
}

/** Returns whether it left a tombstone more. */
function erase(db: Statements, mark: string, { until, now, mayBury }: Erasing): boolean {
  const id = db.ofMark.get(mark)?.id;
  if (id === undefined && !mayBury) return false;
  if (id !== undefined) {
    db.unlink.run(id);
    db.remove.run(id);
    db.countErased.run(now);
  }
  const known = db.tombstone.get(mark) !== undefined;
  db.bury.run(mark, until);
  return !known;
}

function expire(db: Statements, { shipments, tokens, now }: Expiry): number {
  db.oldNullifiers.run(tokens);
  db.oldTombstones.run(now);
  db.oldReports.run(shipments);
  return Number(db.oldShipments.run(shipments).changes);
}

/**
 * Erasing asks for no token, so anybody can name marks that were never here. Of those no more are remembered than this,
 * some 100 MB; what is here is erased and remembered all the same.
 */
const mostTombstones = 1_000_000;

/** Opens or creates the file. Throws StorageError when it cannot be used. `now` and `most` are changed by tests. */
export function openSqliteStore(options: SqliteOptions & { now?: () => number; most?: number }): Store {
  const { now = Date.now, most = mostTombstones } = options;
  const database = attempt(() => openSqliteFile(options));
  const db = prepareAll(database);
  const buried = () => attempt(() => Number(db.buried.get()?.n));
  let tombstones = buried();
  let toTruncate = false;
  const group = groupCommit({
    begin: () => database.exec("BEGIN IMMEDIATE"),
    commit: () => {
      database.exec("COMMIT");
      if (toTruncate) toTruncate = !truncateLog(database);
    },
    rollback: () => {
      if (database.isTransaction) database.exec("ROLLBACK");
    },
  });
  /** What removes something empties the log as well; where a reader is in the way, with the next commit. */
  const removing = <T>(work: () => T): Promise<T> =>
    group.add(() => {
      toTruncate = true;
      return work();
    });

  return {
    append: (arrival) => group.add(() => append(db, arrival)),
    appendReport: (report) => group.add(() => appendReport(db, report)),
    scanReports: () => reportsOf(db),
    erase: (mark, until) =>
      removing(() => {
        if (erase(db, mark, { until, now: epochOf(now()), mayBury: tombstones < most })) tombstones += 1;
      }),
    scan: () => db.all.iterate() as Iterable<unknown> as Iterable<StoredShipment>,
    expire: (expiry) =>
      removing(() => {
        const many = expire(db, expiry);
        tombstones = buried();
        return many;
      }),
    rearrange: async () => {
      if (attempt(() => rearrange(database))) toTruncate = !truncateLog(database);
    },
    takeErased: (before) => attempt(() => db.erased.all(before) as { week: string; many: number }[]),
    count: () => attempt(() => Number(db.counted.get()?.n)),
    close: async () => {
      group.close();
      if (database.isOpen) database.close();
    },
  };
}
