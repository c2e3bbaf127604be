// Sealed, things leave in slots: at each at most one, whatever it is. So nothing leaves in a row that would show what
// belongs together, also after days without a network.
import { now } from "../platform/clock.ts";
import { randomBelow } from "../platform/random.ts";
import { type Database, readSetting } from "../store/database.ts";
import { write } from "../store/writer.ts";

/** From one slot to the next: 15 to 45 minutes, at random. */
export const slotLength = 30 * 60_000;

const drawn = (): number => now() + slotLength / 2 + randomBelow(slotLength);

/** When the next one is; one that lies farther off than any slot was set by a clock that went wrong. */
export async function nextSlot(database: Database): Promise<number | null> {
  const slot = await readSetting(database, "slot");
  return slot && slot.at <= now() + 2 * slotLength ? slot.at : null;
}

/** Whether there is a slot now. It is taken before it is used: a worker that is killed in it begins no other. */
export const takeSlot = (database: Database): Promise<boolean> =>
  write(database, async () => {
    const at = await nextSlot(database);
    if (at !== null && at > now()) return false;
    // The first of all is somewhere in one slot's length: what is begun now says nothing of now.
    const next = at === null ? now() + randomBelow(slotLength) : drawn();
    await database.settings.put({ key: "slot", at: next });
    return at !== null;
  });
