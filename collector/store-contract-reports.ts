// What every engine keeps of step reports; a part of store-contract.ts.
import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Store } from "./store.ts";
import { arrival, type Engine, week } from "./store-contract.ts";

/** `opened` gives an empty place that is removed with the test. */
export function reportContract(name: string, opened: () => { engine: Engine; store: Store }): void {
  describe(`${name}: step reports`, () => {
    const report = () => ({ week, bytes: randomBytes(30), token: arrival().token! });

    test("are stored once for each token, whatever else it paid for", async () => {
      const { store } = opened();
      const [sent, shipment] = [report(), arrival()];
      await store.append(shipment);
      expect(await store.appendReport(sent)).toBe("stored");
      expect(await store.appendReport(sent)).toBe("repeated");
      expect(await store.appendReport({ ...report(), token: shipment.token! })).toBe("token-spent");
      expect(await store.append(arrival({ token: sent.token }))).toBe("token-spent");
      const [row, ...others] = [...store.scanReports()];
      expect([row!.week, Buffer.from(row!.bytes)]).toEqual([week, sent.bytes]);
      expect(others).toEqual([]);
      expect(store.count()).toBe(1);
    });

    test("expire with their week, and their bytes are in no file", async () => {
      const { engine, store } = opened();
      const sent = report();
      await store.appendReport(sent);
      expect(engine.raw().includes(sent.bytes)).toBe(true);
      await store.expire({ shipments: "2026-W48", tokens: week, now: "2026-W48" });
      expect([...store.scanReports()]).toEqual([]);
      expect(engine.raw().includes(sent.bytes)).toBe(false);
    });
  });
}
