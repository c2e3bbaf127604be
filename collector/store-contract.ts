// What every engine keeps. A second engine runs this with a factory of its own.
import { randomBytes } from "node:crypto";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Arrival, StorageError, type Store } from "./store.ts";
import { orderContract } from "./store-contract-order.ts";
import { reportContract } from "./store-contract-reports.ts";
import { randomId } from "./testing.ts";

/** One place to store: opened as often as asked, and read without the engine. */
export interface Engine {
  open(): Store;
  /** Everything that lies on the disk, as it lies there. */
  raw(): Buffer;
}

const part = (bytes: Uint8Array, from?: number, to?: number) => Buffer.from(bytes).subarray(from, to);

export const week = "2026-W47";

/** An arrival with a token of its own; `more` replaces parts. */
export const arrival = (more: Partial<Arrival> = {}): Arrival => ({
  id: randomId(),
  week,
  mark: randomBytes(32).toString("base64url"),
  check: randomBytes(32),
  bytes: randomBytes(3000),
  token: { nullifier: randomBytes(32), epoch: week },
  ...more,
});

const again = ({ token: _, ...rest }: Arrival): Arrival => arrival(rest);

/** The suite; `makeEngine` gives an empty place that is removed with the test. */
export function storeContract(name: string, makeEngine: () => Engine): void {
  const opened = () => {
    const engine = makeEngine();
    const store = engine.open();
    onTestFinished(() => store.close());
    return { engine, store };
  };

  describe(`${name}: once`, () => {
    test("the same shipment with the same token, or with another, is stored once", async () => {
      const { store } = opened();
      const sent = arrival();
      expect(await store.append(sent)).toBe("stored");
      expect(await store.append(sent)).toBe("repeated");
      const other = again(sent);
      expect(await store.append(other)).toBe("repeated");
      expect(store.count()).toBe(1);
      // The second token is spent as well.
      expect(await store.append(arrival({ token: other.token! }))).toBe("token-spent");
    });

    test("the same token with another id is refused, before and after", async () => {
      const { store } = opened();
      const sent = arrival();
      await store.append(sent);
      expect(await store.append(arrival({ token: sent.token! }))).toBe("token-spent");
      expect(await store.append(sent)).toBe("repeated");
      expect(store.count()).toBe(1);
    });

    test("the same id with other bytes is refused, and spends nothing", async () => {
      const { store } = opened();
      const sent = arrival();
      await store.append(sent);
      const other = arrival({ id: sent.id });
      expect(await store.append(other)).toBe("other-bytes");
      expect(await store.append({ ...sent, check: randomBytes(32) })).toBe("other-bytes");
      expect(await store.append(arrival({ token: other.token! }))).toBe("stored");
      const rows = [...store.scan()].filter(({ id }) => id === sent.id);
      expect(Buffer.from(rows[0]!.bytes)).toEqual(sent.bytes);
    });

    test("many at once are each stored once, and their order is not kept", async () => {
      const { store } = opened();
      const sent = Array.from({ length: 300 }, () => arrival({ bytes: randomBytes(20) }));
      const results = await Promise.all([...sent, ...sent].map((one) => store.append(one)));
      expect(results.filter((one) => one === "stored")).toHaveLength(300);
      expect(results.filter((one) => one === "repeated")).toHaveLength(300);
      const ids = [...store.scan()].map(({ id }) => id);
      expect(ids).toEqual(sent.map(({ id }) => id).toSorted());
      expect(Object.keys([...store.scan()][0]!)).toEqual(["id", "week", "bytes"]);
    });
  });

  orderContract(name, opened);
  reportContract(name, opened);

  describe(`${name}: kept`, () => {
    test("a restart keeps shipments, tokens and tombstones", async () => {
      const { engine, store: first } = opened();
      const [kept, gone] = [arrival(), arrival()];
      await first.append(kept);
      await first.erase(gone.mark, "2027-W20");
      await first.close();
      const store = engine.open();
      onTestFinished(() => store.close());
      expect(await store.append(kept)).toBe("repeated");
      expect(await store.append(arrival({ token: kept.token! }))).toBe("token-spent");
      expect(await store.append(gone)).toBe("erased");
      expect(store.count()).toBe(1);
    });

    test("what was acknowledged is on the disk before the store is closed", async () => {
      const { engine, store } = opened();
      const sent = arrival();
      await store.append(sent);
      expect(engine.raw().includes(sent.id)).toBe(true);
    });

    test("a closed store takes nothing, and what waited when it closed is kept", async () => {
      const { engine, store } = opened();
      const waiting = store.append(arrival());
      await store.close();
      expect(await waiting).toBe("stored");
      await expect(store.append(arrival())).rejects.toThrow(StorageError);
      const second = engine.open();
      onTestFinished(() => second.close());
      expect(second.count()).toBe(1);
    });
  });

  describe(`${name}: gone`, () => {
    test("an erased shipment's bytes, id and mark of its token are in no file, and it stays away", async () => {
      const { engine, store } = opened();
      const [one, other] = [arrival(), arrival()];
      await Promise.all([store.append(one), store.append(other)]);
      expect(engine.raw().includes(part(one.bytes, 100, 140))).toBe(true);
      await store.erase(one.mark, "2027-W20");
      for (const gone of [
        part(one.bytes, 0, 40),
        part(one.bytes, -40),
        Buffer.from(one.id),
        part(one.check),
      ]) {
        expect(engine.raw().includes(gone)).toBe(false);
      }
      expect(engine.raw().includes(part(other.bytes, 100, 140))).toBe(true);
      expect([...store.scan()].map(({ id }) => id)).toEqual([other.id]);
      expect(await store.append(one)).toBe("erased");
      expect(await store.append(again(one))).toBe("erased");
      expect(await store.append(arrival({ token: one.token! }))).toBe("token-spent");
    });

    test("erasing answers the same whether or not there was something, and before as after", async () => {
      const { store } = opened();
      const [late, known] = [arrival(), arrival()];
      await store.append(known);
      expect(await store.erase(known.mark, "2027-W20")).toBe(await store.erase(late.mark, "2027-W20"));
      expect(await store.erase(known.mark, "2027-W20")).toBeUndefined();
      expect(await store.append(late)).toBe("erased");
      expect(store.count()).toBe(0);
    });

    test("weeks expire, with their tokens and tombstones, and their bytes are in no file", async () => {
      const { engine, store } = opened();
      const [old, young] = [arrival({ week: "2026-W01" }), arrival()];
      const spent = arrival({ token: { nullifier: randomBytes(32), epoch: "2026-W40" } });
      for (const one of [old, young, spent]) await store.append(one);
      const tombstone = arrival();
      await store.erase(tombstone.mark, "2026-W46");
      expect(await store.expire({ shipments: "2026-W02", tokens: "2026-W46", now: week })).toBe(1);
      expect(engine.raw().includes(part(old.bytes, 0, 40))).toBe(false);
      expect(store.count()).toBe(2);
      expect(await store.append(arrival({ token: young.token! }))).toBe("token-spent");
      expect(await store.append(arrival({ token: spent.token! }))).toBe("stored");
      expect(await store.append(tombstone)).toBe("stored");
      // Shown again after its time, it is still not stored a second time with its token.
      expect(await store.append(old)).toBe("repeated");
    });

    test("how many were erased is told by week, once", async () => {
      const { store } = opened();
      const sent = [arrival(), arrival()];
      for (const one of sent) await store.append(one);
      for (const one of [...sent, arrival()]) await store.erase(one.mark, "2027-W20");
      expect(store.takeErased("2000-W01")).toEqual([]);
      expect(store.takeErased("9999-W01").map(({ many }) => many)).toEqual([2]);
      expect(store.takeErased("9999-W01")).toEqual([]);
    });
  });
}
