// Sealed, things leave in slots: in each at most one thing, whatever it is, and each that is due only by a draw of its
// own. Neither remembers: how long ago the last slot was, or for how long a thing has waited, says nothing of the next
// moment. So what waited together over a night, or for days without a network, does not leave in a row in the morning.
import { now } from "../platform/clock.ts";
import { randomBelow } from "../platform/random.ts";
import { type Database, readSetting } from "../store/database.ts";
import { write } from "../store/writer.ts";

const minute = 60_000;
/** From one slot to the next, in milliseconds, on average. */
export const slotLength = 30 * minute;
/** One draw in 3,000 would be longer, and is made again. */
export const longest = 8 * slotLength;
/** Of how many slots a thing that is due leaves in one, on average; an erasure sooner, for the person was told when. */
export const oneIn = 16;
export const oneErasureIn = 8;
/** An alarm rings that late. What is later was slept through, and is not made up for: it would tell when a day began. */
const late = 10 * minute;

/** In the process without memory (Poisson) the times between two events are exponential. */
function drawn(): number {
  for (;;) {
    const length = -Math.log((1 + randomBelow(2 ** 32 - 1)) / 2 ** 32) * slotLength;
    if (length <= longest) return now() + Math.ceil(length);
  }
}

/** Whether a thing that is due leaves in this slot, being one of so many. */
export const isDrawn = (among: number): boolean => randomBelow(among) === 0;

/** When the next one is; one that lies farther off than any slot was set by a clock that went wrong. */
export async function nextSlot(database: Database): Promise<number | null> {
  const slot = await readSetting(database, "slot");
  return slot && slot.at <= now() + longest ? slot.at : null;
}

/** Whether there is a slot now. It is taken before it is used: a worker that is killed in it begins no other. */
export const takeSlot = (database: Database): Promise<boolean> =>
  write(database, async () => {
    const at = await nextSlot(database);
    if (at !== null && at > now()) return false;
    await database.settings.put({ key: "slot", at: drawn() });
    return at !== null && now() - at <= late;
  });
