// Which steps are ticked: one by one, or with shift from the last one on. Pure.

export interface Selection {
  chosen: ReadonlySet<number>;
  /** The one that was ticked last: where a stretch begins. */
  last: number | null;
}

export const nothing: Selection = { chosen: new Set(), last: null };

interface Tick {
  n: number;
  on: boolean;
  /** With shift: all from the last one to this one. */
  stretch: boolean;
}

/** `numbers` are those of the list, in its order. */
export function tick(
  { chosen, last }: Selection,
  { n, on, stretch }: Tick,
  numbers: readonly number[],
): Selection {
  const [from, to] = [numbers.indexOf(last ?? n), numbers.indexOf(n)];
  const meant = stretch && from >= 0 ? numbers.slice(Math.min(from, to), Math.max(from, to) + 1) : [n];
  const next = new Set(chosen);
  for (const each of meant) on ? next.add(each) : next.delete(each);
  return { chosen: next, last: n };
}

/** Those that are still there. */
export const among = (chosen: ReadonlySet<number>, numbers: readonly number[]): number[] =>
  numbers.filter((n) => chosen.has(n));

/** The chosen as stretches: runs of steps that follow each other in the list. */
export function stretches(chosen: ReadonlySet<number>, numbers: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  numbers.forEach((n, at) => {
    if (!chosen.has(n)) return;
    const run = runs.at(-1);
    if (run && at > 0 && run[1] === numbers[at - 1]) run[1] = n;
    else runs.push([n, n]);
  });
  return runs;
}
