import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { idSchema } from "../../schemas/id.ts";
import type { RecordReply, RecordRequest } from "../../schemas/message.ts";
import { recordRequestSchema } from "../../schemas/request.ts";
import type { Step } from "../../schemas/step.ts";
import { ExtensionGone } from "./extension.ts";
import { makeFrameId } from "./frame-id.ts";
import { createOutbox } from "./send.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const step = (n: number) => ({ kind: "navigate", at: n }) as unknown as Step;
const numbers = ({ steps }: RecordRequest) => steps.map((sent) => (sent as Step).at);

function outboxWith(send: (request: RecordRequest) => Promise<RecordReply | undefined>) {
  const ending = new AbortController();
  const stop = vi.fn(() => ending.abort());
  const outbox = createOutbox({ frame: makeFrameId(), send, stop, signal: ending.signal });
  return { outbox, stop, ending };
}
const taken = ({ first, steps }: RecordRequest) => ({ next: first + steps.length, stop: false });

test("steps wait a second for company, an urgent one is out when add returns", async () => {
  const send = vi.fn(async (request: RecordRequest) => taken(request));
  const { outbox } = outboxWith(send);
  outbox.add(step(0), "soon");
  outbox.add(step(1), "soon");
  expect(send).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1000);
  outbox.add(step(2), "now");
  expect(send).toHaveBeenCalledTimes(2);
  expect(send.mock.calls.map(([request]) => numbers(request))).toEqual([[0, 1], [2]]);
  expect(recordRequestSchema.safeParse(send.mock.calls[1]![0]).success).toBe(true);
  expect(send.mock.calls[1]![0].first).toBe(2);
});

test("an urgent step overtakes and carries all that is not acknowledged", () => {
  const send = vi.fn(() => new Promise<RecordReply>(() => {}));
  const { outbox } = outboxWith(send as never);
  outbox.add(step(0), "now");
  outbox.add(step(1), "now");
  const requests = send.mock.calls as unknown as [RecordRequest][];
  expect(requests.map(([request]) => numbers(request))).toEqual([[0], [0, 1]]);
});

test("a flood of urgent steps is a few messages, and all of it is kept", async () => {
  const got: RecordRequest[] = [];
  const { outbox } = outboxWith(async (request) => {
    got.push(request);
    await new Promise((done) => setTimeout(done, 20));
    return taken(request);
  });
  for (let n = 0; n < 1000; n++) outbox.add(step(n), "now");
  await vi.advanceTimersByTimeAsync(5000);
  expect(got.length).toBeLessThan(12);
  expect(new Set(got.flatMap(numbers)).size).toBe(1000);
  outbox.add(step(1000), "now");
  expect(numbers(got.at(-1)!)).toEqual([1000]);
});

test("fifty steps do not wait; no timer runs once all is acknowledged", async () => {
  const send = vi.fn(async (request: RecordRequest) => taken(request));
  const { outbox } = outboxWith(send);
  for (let n = 0; n < 50; n++) outbox.add(step(n), "soon");
  expect(send).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(0);
  expect(vi.getTimerCount()).toBe(0);
});

test("without a reply it tries again, slower each time", async () => {
  const send = vi.fn(async () => {
    throw new Error("Could not establish connection.");
  });
  const { outbox, stop } = outboxWith(send);
  outbox.add(step(0), "now");
  await vi.advanceTimersByTimeAsync(600_000);
  expect(send.mock.calls.length).toBeGreaterThan(10);
  expect(send.mock.calls.length).toBeLessThan(40);
  expect(stop).not.toHaveBeenCalled();
});

test("a full buffer keeps the oldest, counts the rest and says so with the next message", async () => {
  let open = false;
  const got: RecordRequest[] = [];
  const { outbox } = outboxWith(async (request) => {
    if (!open) throw new Error("down");
    got.push(request);
    return taken(request);
  });
  for (let n = 0; n < 2003; n++) outbox.add(step(n), "soon");
  open = true;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(got[0]?.dropped).toEqual({ "page-buffer-full": 3 });
  expect(got.flatMap(numbers)).toEqual(Array.from({ length: 2000 }, (_, n) => n));
  expect(got.every((request) => request.steps.length <= 512)).toBe(true);
});

test("the last message of a page holds all that waits, and tells when it is taken", async () => {
  const got: RecordRequest[] = [];
  let open = false;
  const { outbox } = outboxWith(async (request) => {
    if (!open) throw new Error("down");
    got.push(request);
    return taken(request);
  });
  for (let n = 0; n < 1500; n++) outbox.add(step(n), "soon");
  await vi.advanceTimersByTimeAsync(0);
  open = true;
  const emptied = vi.fn();
  void outbox.emptied().then(emptied);
  outbox.flush();
  expect(got).toHaveLength(1);
  expect(got[0]!.steps).toHaveLength(1500);
  expect(recordRequestSchema.safeParse(got[0]).success).toBe(true);
  expect(emptied).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(0);
  expect(emptied).toHaveBeenCalledTimes(1);
  await outbox.emptied();
});

test("a stop, or an extension that is gone, ends the script and sends nothing more", async () => {
  for (const end of [
    async () => ({ next: 1, stop: true }),
    () => {
      throw new ExtensionGone("gone");
    },
  ]) {
    const send = vi.fn(end);
    const { outbox, stop } = outboxWith(send);
    outbox.add(step(0), "now");
    await vi.advanceTimersByTimeAsync(0);
    expect(stop).toHaveBeenCalledTimes(1);
    outbox.add(step(1), "now");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(send).toHaveBeenCalledTimes(1);
  }
});

const fate = fc.record({
  arrives: fc.boolean(),
  answered: fc.boolean(),
  takes: fc.integer({ min: 0, max: 60_000 }),
});
const act = fc.record({
  urgent: fc.boolean(),
  after: fc.integer({ min: 0, max: 3000 }),
  many: fc.integer({ min: 1, max: 80 }),
});

test("whatever gets lost or late on the way, nothing is lost and nothing doubled", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fate, { maxLength: 30 }),
      fc.array(act, { minLength: 1, maxLength: 15 }),
      async (fates, acts) => {
        const kept: number[] = [];
        let next = 0;
        let gaps = 0;
        const later = (delay: number) => new Promise((resolve) => setTimeout(resolve, delay));
        // The receiver's rule (lib/trajectory/keep-steps.ts): what is below the frame's mark is passed over.
        const receive = (request: RecordRequest) => {
          gaps += Math.max(0, request.first - next);
          numbers(request).forEach((n, position) => {
            if (request.first + position >= next) kept.push(n);
          });
          next = Math.max(next, request.first + request.steps.length);
          return { next, stop: false };
        };
        const { outbox, ending } = outboxWith(async (request) => {
          const { arrives, answered, takes } = fates.shift() ?? { arrives: true, answered: true, takes: 1 };
          await later(takes);
          if (!arrives) throw new Error("The message port closed before a response was received.");
          const reply = receive(structuredClone(request));
          await later(takes);
          return answered ? reply : undefined;
        });
        let made = 0;
        for (const { urgent, after, many } of acts) {
          for (let n = 0; n < many; n++) outbox.add(step(made++), urgent ? "now" : "soon");
          await vi.advanceTimersByTimeAsync(after);
        }
        await vi.advanceTimersByTimeAsync(3_600_000);
        expect(kept).toEqual(Array.from({ length: made }, (_, n) => n));
        expect(gaps).toBe(0);
        expect(vi.getTimerCount()).toBe(0);
        ending.abort();
      },
    ),
    { numRuns: 100 },
  );
});

test("a frame's name has the fixed form and is new each time", () => {
  expect(idSchema.safeParse(makeFrameId()).success).toBe(true);
  expect(makeFrameId()).not.toBe(makeFrameId());
});
