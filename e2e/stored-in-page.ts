// A database of another version, laid down and read in a page of the extension without the extension's code. Each
// function runs in the page; bytes are text there, as in the examples of lib/store/stored.

interface StoredTable {
  keyPath: string | string[];
  indexes: { name: string; keyPath: string | string[]; multiEntry: boolean }[];
  rows: unknown[];
}
export interface StoredExample {
  version: number;
  tables: Record<string, StoredTable>;
}

/** Makes the database as that version had it. */
export async function laysDown({ version, tables }: StoredExample): Promise<void> {
  const fromText = (_: string, value: unknown) => {
    const { bytes64 } = (value ?? {}) as { bytes64?: string };
    return typeof bytes64 === "string" ? Uint8Array.from(atob(bytes64), (one) => one.charCodeAt(0)) : value;
  };
  await new Promise<void>((done, failed) => {
    const request = indexedDB.open("tooltrail", version);
    request.onerror = () => failed(request.error);
    request.onupgradeneeded = () => {
      for (const [table, { keyPath, indexes, rows }] of Object.entries(tables)) {
        const store = request.result.createObjectStore(table, { keyPath });
        for (const { name, keyPath, multiEntry } of indexes) store.createIndex(name, keyPath, { multiEntry });
        for (const row of JSON.parse(JSON.stringify(rows), fromText)) store.put(row);
      }
    };
    request.onsuccess = () => {
      request.result.close();
      done();
    };
  });
}

/** All that lies there. */
export async function storedInPage(): Promise<StoredExample> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((yes, no) => {
      request.onsuccess = () => yes(request.result);
      request.onerror = () => no(request.error);
    });
  const toText = (_: string, value: unknown) =>
    value instanceof Uint8Array ? { bytes64: btoa(String.fromCharCode(...value)) } : value;
  const database = await done(indexedDB.open("tooltrail"));
  const tables: StoredExample["tables"] = {};
  for (const table of database.objectStoreNames) {
    const store = database.transaction(table).objectStore(table);
    const indexes = [...store.indexNames].map((index) => {
      const { name, keyPath, multiEntry } = store.index(index);
      return { name, keyPath, multiEntry };
    });
    tables[table] = {
      keyPath: store.keyPath as string | string[],
      indexes,
      rows: JSON.parse(JSON.stringify(await done(store.getAll()), toText)),
    };
  }
  database.close();
  return { version: database.version, tables };
}
