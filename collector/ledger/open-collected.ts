// The one door to what was collected: an entry in the ledger first, then the shipments.
import { DatabaseSync } from "node:sqlite";
import { type LedgerEntry, type Opening, toldMany } from "../../schemas/ledger.ts";
import type { Pair } from "../sealing/hpke.ts";
import { formOf } from "../sqlite-file.ts";
import { openSqliteStore } from "../sqlite-store.ts";
import type { StoredReport, StoredShipment } from "../store.ts";
import { storeOpener } from "../stored-form.ts";
import { openLedger } from "./ledger.ts";

export interface Access {
  file: string;
  what: Opening["what"];
  /** Both must be said for a sealed file; the demonstration's has a word of its own. */
  who?: string | undefined;
  why?: string | undefined;
  /** The dataset keys; none for the demonstration's file. */
  keys?: readonly Pair[];
}

export interface Collected {
  /** The shipments' canonical bytes, in the order of their ids. */
  scan(): Iterable<StoredShipment>;
  /** The step reports' bytes. */
  scanReports(): Iterable<StoredReport>;
  /** The entry that stands for this opening. */
  entry: LedgerEntry;
  close(): void;
}

function isSealed(file: string): boolean {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return formOf(database) === "sealed";
  } finally {
    database.close();
  }
}

/** Opens a collector's file, which may be in use. Throws before anything is read when no entry can be made. */
export function openCollected({ file, what, who, why, keys = [] }: Access): Collected {
  const store = openSqliteStore({ file, readOnly: true });
  const ledger = openLedger(file);
  try {
    const sealed = isSealed(file);
    if (sealed && (!who || !why)) {
      throw new Error("What was collected is opened only with a name and a reason: --who and --why.");
    }
    if (sealed && keys.length === 0)
      throw new Error("What was collected is sealed: --key names the dataset key.");
    const said = { who: who ?? "demonstration", why: why ?? "demonstration" };
    const entry = ledger.append({ what, ...said, many: toldMany(store.count()) });
    const open = sealed ? storeOpener(keys) : ({ bytes }: StoredShipment) => bytes;
    function* scan() {
      for (const row of store.scan()) yield { ...row, bytes: open(row) };
    }
    function* scanReports() {
      for (const row of store.scanReports()) yield { ...row, bytes: open(row) };
    }
    return { scan, scanReports, entry, close: () => void store.close() };
  } catch (cause) {
    void store.close();
    throw cause;
  } finally {
    ledger.close();
  }
}
