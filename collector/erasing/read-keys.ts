// The erase keys of a person's file: what "Save the erase keys" gave, or erase-keys.json of an export.

const keyForm = /^[A-Za-z0-9_-]{43}$/;

/** Every key once. Null where the file is another. */
export function readKeys(text: string): string[] | null {
  try {
    const rows = JSON.parse(text) as unknown;
    if (!Array.isArray(rows)) return null;
    const keys = rows.map((row) => (row as { key?: unknown } | null)?.key);
    const right = keys.filter((key): key is string => typeof key === "string" && keyForm.test(key));
    return right.length === rows.length ? [...new Set(right)] : null;
  } catch {
    // Not JSON: another file.
    return null;
  }
}
