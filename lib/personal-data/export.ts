// The personal export: everything held about the person as one zip, with a readable page and checksums.
import { openDB } from "idb";
import { databaseName } from "../store/database.ts";
import { exportFiles } from "./export-files.ts";
import { hashBeside } from "./hash-beside.ts";
import { packBeside } from "./pack-beside.ts";
import { type Bytes, zipOf } from "./zip-write.ts";

/**
 * The zip as a stream, made as it is taken: nothing waits in memory for a slow disk. Reads only. Cancelled or
 * failed, it lets go of the database. `onSteps` is told how many steps went in since the last time.
 */
export function exportPersonalData(onSteps: (count: number) => void = () => {}): ReadableStream<Bytes> {
  const pieces = pieceByPiece(onSteps);
  return new ReadableStream<Bytes>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await pieces.return();
      },
    },
    { highWaterMark: 4 },
  );
}

async function* pieceByPiece(onSteps: (count: number) => void): AsyncGenerator<Bytes, void> {
  const stored = await openDB(databaseName);
  const [digest, packer] = [hashBeside(), packBeside()];
  try {
    yield* zipOf(exportFiles(stored, onSteps), { digest, packer });
  } finally {
    digest.close();
    packer.close();
    stored.close();
  }
}
