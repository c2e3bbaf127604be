// Rows that only time, a company or a disk could bring, written past the extension's own code.
import type { Person } from "./person.ts";

/** Rows by table. */
export type Rows = Record<string, readonly object[]>;

/** In one transaction. What is bytes in the database, `lines` and `bytes`, is text here. */
export const writesRows = (person: Person, rows: Rows): Promise<void> =>
  person.options.evaluate(async (tables) => {
    const database = await new Promise<IDBDatabase>((done, failed) => {
      const request = indexedDB.open("tooltrail");
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    const writing = database.transaction(Object.keys(tables), "readwrite");
    const written = new Promise<void>((done, failed) => {
      writing.oncomplete = () => done();
      writing.onabort = () => failed(writing.error);
    });
    const encoder = new TextEncoder();
    for (const [table, all] of Object.entries(tables)) {
      for (const row of all as Record<string, unknown>[]) {
        for (const name of ["lines", "bytes"])
          if (typeof row[name] === "string") row[name] = encoder.encode(row[name]);
        writing.objectStore(table).put(row);
      }
    }
    await written;
    database.close();
  }, rows);
