// Takes the place of lib/shipping/slots.ts in tests of what may go wrong in a slot: one slot after the other, 45 minutes
// apart, none is slept through, and in each one of the things that are due does leave.
import { now } from "../../lib/platform/clock.ts";
import { type Database, readSetting } from "../../lib/store/database.ts";
import { write } from "../../lib/store/writer.ts";

const apart = 45 * 60_000;

export const [oneIn, oneErasureIn] = [1, 1];
export const isDrawn = (): boolean => true;

export async function nextSlot(database: Database): Promise<number | null> {
  const slot = await readSetting(database, "slot");
  return slot && slot.at <= now() + apart ? slot.at : null;
}

export const takeSlot = (database: Database): Promise<boolean> =>
  write(database, async () => {
    const at = await nextSlot(database);
    if (at !== null && at > now()) return false;
    await database.settings.put({ key: "slot", at: now() + apart });
    return at !== null;
  });
