// Rows of the extension's database, read in one of its pages without the extension's code, in either browser.

type Row = Record<string, unknown>;

/** Runs in the page: the rows of each table, all as of one moment; bytes as text. None of a table that is not there. */
export async function rowsInPage(tables: readonly string[]): Promise<Row[][]> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((yes, no) => {
      request.onsuccess = () => yes(request.result);
      request.onerror = () => no(request.error);
    });
  const text = (value: unknown) => (value instanceof Uint8Array ? new TextDecoder().decode(value) : value);
  const database = await done(indexedDB.open("tooltrail"));
  const there = tables.filter((table) => database.objectStoreNames.contains(table));
  const transaction = there.length > 0 ? database.transaction(there) : undefined;
  const found = await Promise.all(
    tables.map((table): Row[] | Promise<Row[]> =>
      there.includes(table) ? done(transaction!.objectStore(table).getAll()) : [],
    ),
  );
  database.close();
  return found.map((rows) =>
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, text(value)]))),
  );
}
