// After the disk was full: is there space again?
import { clearDiskFull, readDiskFull } from "../diagnostics/disk-full.ts";
import { countDropped } from "../diagnostics/dropped.ts";
import type { Database } from "../store/database.ts";
import { write, writeOrFull } from "../store/writer.ts";

/**
 * Counts in the database the steps that found no space, and thereby sees whether it takes anything again. True when
 * recording may go on after it had stopped. A worker that dies in between counts them twice, never not at all.
 */
export async function findSpace(database: Database): Promise<boolean> {
  const full = await readDiskFull();
  if (!full) return false;
  const counted = await writeOrFull(database, 0, async () => {
    await countDropped(database, { "disk-full": full.dropped });
    return true;
  });
  if (!counted) return false;
  const more = (await clearDiskFull()) - full.dropped;
  if (more > 0) await write(database, () => countDropped(database, { "disk-full": more }));
  return true;
}
