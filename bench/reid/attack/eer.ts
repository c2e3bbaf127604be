// The equal error rate of a verification: as many strangers taken in as owners turned away.

/** Of scores where a higher one is less like the owner. Linear where the two rates cross; 0.5 is a guess. */
export function equalErrorRate(genuine: readonly number[], impostor: readonly number[]): number {
  if (genuine.length === 0 || impostor.length === 0) return Number.NaN;
  const own = Float64Array.from(genuine).sort();
  const other = Float64Array.from(impostor).sort();
  let before = { refused: 1, accepted: 0 };
  let [i, j] = [0, 0];
  while (i < own.length || j < other.length) {
    const threshold = Math.min(own[i] ?? Number.POSITIVE_INFINITY, other[j] ?? Number.POSITIVE_INFINITY);
    while (i < own.length && own[i]! <= threshold) i++;
    while (j < other.length && other[j]! <= threshold) j++;
    const now = { refused: 1 - i / own.length, accepted: j / other.length };
    if (now.accepted >= now.refused) return crossing(before, now);
    before = now;
  }
  return 1;
}

interface Rates {
  refused: number;
  accepted: number;
}

function crossing(before: Rates, now: Rates): number {
  const [short, over] = [before.refused - before.accepted, now.accepted - now.refused];
  const part = short + over > 0 ? short / (short + over) : 0.5;
  return before.accepted + part * (now.accepted - before.accepted);
}
