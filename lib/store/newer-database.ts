// A database that a newer version of Tooltrail wrote: it is neither read nor changed, and is there for that version.

// Said once, as text: a class has another name once it is minified.
const called = "NewerDatabaseError";

/** Nothing was read and nothing was changed. */
export class NewerDatabaseError extends Error {
  override name = called;
}

/** Whether an error, or the one it wraps, says so. Dexie wraps it as `inner`. */
export function isNewerDatabase(error: unknown): boolean {
  const { name, inner } = (error ?? {}) as { name?: string; inner?: unknown };
  return name === called || (inner !== undefined && inner !== error && isNewerDatabase(inner));
}

/** Dexie asks for its own version first; where the stored one is newer it would open that, and write into it. */
export const knownVersionsOnly: IDBFactory = {
  open(name, version) {
    if (version === undefined) throw new NewerDatabaseError(name);
    return indexedDB.open(name, version);
  },
  deleteDatabase: (name) => indexedDB.deleteDatabase(name),
  databases: () => indexedDB.databases(),
  cmp: (first, second) => indexedDB.cmp(first, second),
};
