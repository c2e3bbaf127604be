// Sends keys one after the other, in an order drawn anew, so that the file's order says nothing.
import type { Erase } from "./carry-erasure.ts";

export interface Erased {
  acknowledged: string[];
  /** Not acknowledged, for whatever reason: to be tried again. */
  left: string[];
}

const shuffled = (keys: readonly string[]): string[] => {
  const drawn = crypto.getRandomValues(new Uint32Array(keys.length));
  return [...keys.keys()].sort((a, b) => drawn[a]! - drawn[b]!).map((place) => keys[place]!);
};

/** `pause` comes between two of them. */
export async function eraseAll(
  keys: readonly string[],
  erase: Erase,
  pause: () => Promise<void>,
): Promise<Erased> {
  const erased: Erased = { acknowledged: [], left: [] };
  for (const [place, key] of shuffled(keys).entries()) {
    if (place > 0) await pause();
    const done = await erase(key).catch(() => false);
    (done ? erased.acknowledged : erased.left).push(key);
  }
  return erased;
}
