// Retention by week: what is over is gone at the next round, and not a week before.
import { expect, onTestFinished, test } from "vitest";
import { epochAfter, epochOf } from "../schemas/epoch.ts";
import { keepHouse } from "./housekeeping.ts";
import { openLedger } from "./ledger/ledger.ts";
import { openSqliteStore } from "./sqlite-store.ts";
import { arrival } from "./store-contract.ts";
import { temporaryFolder } from "./testing.ts";

const weekLong = 7 * 86_400_000;

test("a shipment is kept for its weeks and not longer; the token's mark for its own and its grace", async () => {
  const file = `${temporaryFolder(onTestFinished)}/collector.sqlite`;
  let now = Date.parse("2026-11-18T12:00:00Z");
  const store = openSqliteStore({ file, now: () => now });
  const ledger = openLedger(file, () => now);
  onTestFinished(() => ledger.close());
  onTestFinished(() => store.close());
  const week = epochOf(now);
  const token = { nullifier: new Uint8Array(32).fill(7), epoch: week };
  const sent = arrival({ week, token });
  await store.append(sent);
  const kept: number[] = [];
  for (let passed = 0; passed < 8; passed++) {
    await keepHouse({ store, ledger, weeks: 5, grace: 1, newDay: true, now: () => now });
    kept.push(store.count());
    now += weekLong;
  }
  expect(kept).toEqual([1, 1, 1, 1, 1, 0, 0, 0]);
  expect(ledger.entries()).toEqual([]);
  // Its token is long over, and forgotten: it would be refused for its week before the store is asked.
  expect(await store.append(arrival({ week: epochAfter(week, 8), token }))).toBe("stored");
});

test("a token of the week before is remembered still", async () => {
  const file = `${temporaryFolder(onTestFinished)}/collector.sqlite`;
  let now = Date.parse("2026-11-18T12:00:00Z");
  const store = openSqliteStore({ file });
  const ledger = openLedger(file);
  onTestFinished(() => ledger.close());
  onTestFinished(() => store.close());
  const sent = arrival({ week: epochOf(now), token: { nullifier: new Uint8Array(32), epoch: epochOf(now) } });
  await store.append(sent);
  now += weekLong;
  await keepHouse({ store, ledger, weeks: 5, grace: 1, newDay: false, now: () => now });
  expect(await store.append(arrival({ token: sent.token! }))).toBe("token-spent");
});
