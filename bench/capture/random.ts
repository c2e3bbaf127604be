// The same numbers for the same seed, so that a walk can be walked again.

export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  below(limit: number): number;
  pick<T>(from: readonly T[]): T | undefined;
  word(length: number): string;
}

/** Mulberry32: small, and good enough to choose a button. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const letters = "abcdefghijklmnopqrstuvwxyz";
  return {
    next,
    below,
    pick: (from) => from[below(from.length)],
    word: (length) => Array.from({ length }, () => letters[below(letters.length)]).join(""),
  };
}
