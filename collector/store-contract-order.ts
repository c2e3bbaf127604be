// Part of store-contract.ts: the disk does not tell in which order shipments came.
import { describe, expect, test } from "vitest";
import type { Arrival, Store } from "./store.ts";
import { arrival, type Engine } from "./store-contract.ts";

const part = (bytes: Uint8Array, from?: number, to?: number) => Buffer.from(bytes).subarray(from, to);

/** From -1 to 1: how far these numbers, all different, stand in their order. */
function rankCorrelation(places: readonly number[]): number {
  const sorted = places.toSorted((a, b) => a - b);
  const apart = places.map((place, at) => (sorted.indexOf(place) - at) ** 2);
  const n = places.length;
  return 1 - (6 * apart.reduce((sum, one) => sum + one, 0)) / (n * (n * n - 1));
}

/** `opened` gives a new place and its store. */
export function orderContract(name: string, opened: () => { engine: Engine; store: Store }): void {
  describe(`${name}: in no order`, () => {
    test("once rearranged, the disk does not tell in which order they came; nothing is lost by it", async () => {
      const { engine, store } = opened();
      const sent = Array.from({ length: 200 }, () => arrival());
      for (const one of sent) await store.append(one);
      const [gone, ...kept] = sent;
      await store.erase(gone!.mark, "2027-W20");
      await store.rearrange();
      const raw = engine.raw();
      const placeOf = ({ bytes }: Arrival) => raw.indexOf(part(bytes, -100));
      expect(Math.abs(rankCorrelation(kept.map(placeOf)))).toBeLessThan(0.4);
      expect([...store.scan()].map(({ id }) => id)).toEqual(kept.map(({ id }) => id).toSorted());
      expect(raw.includes(part(gone!.bytes, 0, 40))).toBe(false);
      expect(await store.append(gone!)).toBe("erased");
      expect(await store.append(kept[0]!)).toBe("repeated");
      // What comes afterwards is found, and a rearrangement while it is read breaks nothing.
      const late = arrival();
      await store.append(late);
      const reading = store.scan()[Symbol.iterator]();
      reading.next();
      await store.rearrange();
      let others = 0;
      while (!reading.next().done) others += 1;
      expect(others).toBe(kept.length);
    });
  });
}
