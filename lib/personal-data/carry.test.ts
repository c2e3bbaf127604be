import { randomBytes } from "node:crypto";
import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { type Carried, carryTo } from "./carry.ts";

/** A thread that keeps what comes, says how much it was at the end, and hands each buffer back a turn later. */
function startThread(breaks = false) {
  const seen: Uint8Array[] = [];
  const known = new Set<ArrayBuffer>();
  const worker = {
    onmessage: (_: { data: unknown }) => {},
    onerror: (_: { message: string }) => {},
    terminate: () => {},
    async postMessage(carried: Carried) {
      await turn();
      if (breaks) return worker.onerror({ message: "It broke." });
      if (!carried) return worker.onmessage({ data: seen.reduce((sum, { length }) => sum + length, 0) });
      seen.push(new Uint8Array(carried.buffer.slice(0, carried.length)));
      known.add(carried.buffer);
      // As it is handed over: what the sender still had of it would be seen to change.
      new Uint8Array(carried.buffer).fill(0);
      worker.onmessage({ data: carried.buffer });
    },
  };
  return { worker: worker as unknown as Worker, seen, known };
}

test("all bytes come, in their order, through a few buffers, whatever becomes of the caller's array", async () => {
  const { worker, seen, known } = startThread();
  const carrier = carryTo<number>(worker);
  const bytes = randomBytes(9_000_001);
  const lent = new Uint8Array(1_000_000);
  for (let at = 0; at < bytes.length; at += lent.length) {
    const part = bytes.subarray(at, at + lent.length);
    lent.set(part);
    await carrier.add(lent.subarray(0, part.length));
    lent.fill(1);
  }
  carrier.end();
  while (carrier.replies.length === 0) await carrier.change();
  expect(carrier.replies).toEqual([bytes.length]);
  expect(Buffer.concat(seen).equals(bytes)).toBe(true);
  expect(known.size).toBeLessThanOrEqual(16);
});

test("a thread that breaks fails who waits for it, and who asks later", async () => {
  const { worker } = startThread(true);
  const carrier = carryTo<number>(worker);
  await expect(carrier.add(randomBytes(9_000_000))).rejects.toThrow("It broke.");
  await expect(carrier.change()).rejects.toThrow("It broke.");
});
