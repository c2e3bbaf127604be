// The ledger's table, in the file of what it is about: whoever has the one has the other.
import { createHash } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import {
  hashedText,
  type LedgerEntry,
  ledgerEntrySchema,
  noEntry,
  type Opening,
  openingSchema,
} from "../../schemas/ledger.ts";

export interface OpenLedger {
  /** Adds an entry; it is on the disk when this returns. Throws, and then nothing may be opened. */
  append(opening: Opening): LedgerEntry;
  entries(): LedgerEntry[];
  close(): void;
}

const table = `
  CREATE TABLE IF NOT EXISTS ledger (
    number INTEGER PRIMARY KEY, day TEXT NOT NULL, what TEXT NOT NULL, who TEXT NOT NULL, why TEXT NOT NULL,
    many INTEGER, before TEXT NOT NULL, hash TEXT NOT NULL
  ) STRICT`;

/** Opens the ledger of a collector's file, which may be in use. */
export function openLedger(file: string, now: () => number = Date.now): OpenLedger {
  const database = new DatabaseSync(file, { timeout: 5000 });
  database.exec(`PRAGMA synchronous = FULL; ${table}`);
  const last = database.prepare("SELECT number, hash FROM ledger ORDER BY number DESC LIMIT 1");
  const all = database.prepare("SELECT * FROM ledger ORDER BY number");
  const add = database.prepare(
    "INSERT INTO ledger (number, day, what, who, why, many, before, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  );

  const chained = (opening: Opening): LedgerEntry => {
    const { number = 0, hash: before = noEntry } = (last.get() ?? {}) as Partial<LedgerEntry>;
    const day = new Date(now()).toISOString().slice(0, 10);
    const entry = { ...opening, number: number + 1, day, before };
    const hash = createHash("sha256").update(hashedText(entry)).digest("base64url");
    return ledgerEntrySchema.parse({ ...entry, hash });
  };

  return {
    append: (given) => {
      const opening = openingSchema.parse(given);
      // Two programs may open the same file at once; the chain is read and continued by one of them at a time.
      database.exec("BEGIN IMMEDIATE");
      try {
        const entry = chained(opening);
        const { number, day, what, who, why, many, before, hash } = entry;
        add.run(number, day, what, who, why, many, before, hash);
        database.exec("COMMIT");
        return entry;
      } catch (cause) {
        database.exec("ROLLBACK");
        throw cause;
      }
    },
    entries: () => all.all().map((row) => ledgerEntrySchema.parse({ ...row })),
    close: () => database.close(),
  };
}
