// How many tokens a person has had this week: a count under HMAC(key of the week, person), and nothing else. With the
// week the key and the counts are destroyed.
import { createHmac, randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";

export interface Budget {
  /** Counts one token more; false when the person has had all of this week's. */
  take(epoch: string, subject: string): boolean;
  /** Gives one back that was not issued after all. */
  giveBack(epoch: string, subject: string): void;
  /** Destroys the keys and counts of all weeks before this one. */
  forgetBefore(epoch: string): void;
  close(): void;
}

// WITHOUT ROWID: the order in which people first came is not kept.
const tables = `
  PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
  CREATE TABLE IF NOT EXISTS epochs (epoch TEXT PRIMARY KEY, key BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS counts (
    epoch TEXT NOT NULL, person BLOB NOT NULL, taken INTEGER NOT NULL, PRIMARY KEY (epoch, person)
  ) STRICT, WITHOUT ROWID`;

/** Opens or creates the file. `limit` is everybody's. */
export function openBudget(file: string, limit: number): Budget {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: 5000 });
  database.exec(tables);
  const keyOf = database.prepare("SELECT key FROM epochs WHERE epoch = ?");
  const addKey = database.prepare("INSERT INTO epochs (epoch, key) VALUES (?, ?)");
  const add = database.prepare(
    `INSERT INTO counts (epoch, person, taken) VALUES (?, ?, 1)
     ON CONFLICT (epoch, person) DO UPDATE SET taken = taken + 1 WHERE taken < ?`,
  );
  const less = database.prepare("UPDATE counts SET taken = taken - 1 WHERE epoch = ? AND person = ?");
  const old = database.prepare("SELECT count(*) AS n FROM epochs WHERE epoch < ?");
  const personOf = (epoch: string, subject: string): Buffer => {
    let key = keyOf.get(epoch)?.key as Uint8Array | undefined;
    if (!key) {
      key = randomBytes(32);
      addKey.run(epoch, key);
    }
    return createHmac("sha256", key).update(subject).digest();
  };
  return {
    take: (epoch, subject) => add.run(epoch, personOf(epoch, subject), limit).changes === 1,
    giveBack: (epoch, subject) => void less.run(epoch, personOf(epoch, subject)),
    forgetBefore: (epoch) => {
      if (Number(old.get(epoch)?.n) === 0) return;
      database.prepare("DELETE FROM counts WHERE epoch < ?").run(epoch);
      database.prepare("DELETE FROM epochs WHERE epoch < ?").run(epoch);
      // The log still holds what was overwritten in the file.
      database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    },
    close: () => database.close(),
  };
}
