// A long list in pieces that stay the same arrays while their items do: a row that is there is not rendered again.
import { useMemo, useRef } from "preact/hooks";

type Pieces<T> = readonly (readonly T[])[];

/** Pieces of `size`; one that holds the same items as before is the very same array. Pure. */
export function cutInPieces<T>(all: readonly T[], size: number, before: Pieces<T> = []): Pieces<T> {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => {
    const piece = all.slice(at * size, (at + 1) * size);
    const old = before[at];
    const same = old?.length === piece.length && piece.every((item, nth) => item === old[nth]);
    return same ? old : piece;
  });
}

export function usePieces<T>(all: readonly T[], size: number): Pieces<T> {
  const before = useRef<Pieces<T>>([]);
  return useMemo(() => {
    before.current = cutInPieces(all, size, before.current);
    return before.current;
  }, [all, size]);
}
