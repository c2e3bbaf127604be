// The personal export: everything held about the person as one zip, with a readable page and checksums.
import { openDB } from "idb";
import { databaseName } from "../store/database.ts";
import { exportFiles } from "./export-files.ts";
import { hashBeside } from "./hash-beside.ts";
import { type Bytes, zipOf } from "./zip-write.ts";

/**
 * The zip in pieces, made as they are taken: nothing waits in memory for a slow disk. A piece is to be written or
 * copied before the next one is asked for, which may come in the same memory. Reads only. Left early or failed, it
 * lets go of the database. `onSteps` is told how many steps went in since the last time.
 */
export async function* exportPersonalData(
  onSteps: (count: number) => void = () => {},
): AsyncGenerator<Bytes, void> {
  const stored = await openDB(databaseName);
  const digest = hashBeside();
  try {
    yield* zipOf(exportFiles(stored, onSteps), digest);
  } finally {
    digest.close();
    stored.close();
  }
}
