import { expect, test, vi } from "vitest";
import type { SwitchName } from "../../schemas/step.ts";
import type { Tool } from "../../schemas/tool.ts";
import { idleLimit } from "./lapse.ts";
import { after, type Event, type Stored } from "./machine.ts";
import { mayAsk } from "./may-ask.ts";
import { consentIn } from "./state.ts";

vi.mock("../platform/browser.ts", () => ({ browser: {} }));

const [a, b] = ["AAAAAAAAAAAAAAAAAAAAAA", "BBBBBBBBBBBBBBBBBBBBBA"];
const kinds: SwitchName[] = ["click"];
const tool = (id: string): Tool => ({
  id,
  alias: id,
  pattern: `https://${id[0]!.toLowerCase()}.example/*`,
  owner: "",
  reason: "",
  vocabulary: null,
  addedAt: 0,
});
const empty: Stored = {
  receipts: [],
  tools: [],
  pause: undefined,
  profile: undefined,
  policy: undefined,
};
const agree: Event = { is: "answer", answer: "agreed", kinds };

/** Each event is an hour after the one before. */
function run(events: readonly Event[], { notice = 2, from = empty, now = 1e12 } = {}): Stored {
  return events.reduce(
    (stored, event, at) =>
      after(stored, event, { now: now + at * 3_600_000, notice, patience: 0, id: `${now}${at}` }),
    from,
  );
}
const covered = (stored: Stored, notice = 2) => consentIn(stored, { notice }).tools;

test("an answer covers the tools that are listed, and of them only those that it names", () => {
  const listed: Event[] = [a, b].map((id) => ({ is: "tool-added", tool: tool(id!) }));
  expect(covered(run([...listed, agree]))).toEqual([a, b]);
  expect(covered(run([...listed, { is: "answer", answer: "agreed", kinds, tools: [b!, "x"] }]))).toEqual([b]);
});

test("adding while agreed is the answer for that tool, by a receipt of its own; removing ends it", () => {
  const added = run([agree, { is: "tool-added", tool: tool(a!) }]);
  expect(added.receipts).toHaveLength(2);
  expect(covered(added)).toEqual([a]);
  const removed = run([{ is: "tool-removed", tool: a! }], { from: added, now: 2e12 });
  expect(removed.receipts.at(-1)).toMatchObject({ answer: "agreed", tools: [] });
  expect(covered(removed)).toEqual([]);
});

test("a tool that is removed and listed again under a newer notice is not covered by the older answer", () => {
  const agreed = run([{ is: "tool-added", tool: tool(a!) }, agree]);
  const events: Event[] = [
    { is: "tool-removed", tool: a! },
    { is: "tool-added", tool: tool(a!) },
  ];
  const later = run(events, { from: agreed, notice: 3, now: 2e12 });
  expect(consentIn(later, { notice: 3 }).answer).toBe("unanswered");
  // Should the older version come back, its answer does too, but not for the tool.
  expect(consentIn(later, { notice: 2 }).answer).toBe("agreed");
  expect(covered(later)).toEqual([]);
});

test("added once more, a listed tool stays as narrow as the person made it; added again after removal it does not", () => {
  const narrowing = { kinds: ["typing" as const], exclude: ["/admin"] };
  const narrow = run([
    { is: "tool-added", tool: tool(a!) },
    { is: "tool-narrowed", tool: a!, narrowing },
    { is: "tool-added", tool: tool(a!) },
  ]);
  expect(narrow.tools[0]).toMatchObject(narrowing);
  const again = run(
    [
      { is: "tool-removed", tool: a! },
      { is: "tool-added", tool: tool(a!) },
    ],
    { from: narrow, now: 2e12 },
  );
  expect(again.tools[0]).toEqual(tool(a!));
});

test("a receipt is always newer than the last, even when the clock went back", () => {
  const first = run([agree], { now: 3e12 });
  const second = run([{ is: "answer", answer: "declined", kinds: [] }], { from: first, now: 1e12 });
  expect(second.receipts[1]!.at).toBeGreaterThan(second.receipts[0]!.at);
  expect(consentIn(second, { notice: 2 }).answer).toBe("declined");
});

test("a shared profile that lay idle for thirty days asks again, and the clock going back changes nothing", () => {
  const agreed = run([{ is: "tool-added", tool: tool(a!) }, { is: "profile", shared: true }, agree]);
  const time: Event = { is: "time", usedAt: 1e12 };
  const answeredAt = agreed.receipts[0]!.at;
  expect(covered(run([time], { from: agreed, now: answeredAt + idleLimit - 1 }))).toEqual([a]);
  const lapsed = run([time], { from: agreed, now: answeredAt + idleLimit });
  expect(consentIn(lapsed, { notice: 2 }).answer).toBe("unanswered");
  const back = run([{ is: "tool-removed", tool: a! }, time], { from: lapsed, now: 1e12 });
  expect(consentIn(back, { notice: 2 }).answer).toBe("unanswered");
  expect(covered(run([{ is: "tool-added", tool: tool(a!) }, agree], { from: back, now: 1e12 }))).toEqual([a]);
});

test("nobody is asked again for thirty days after a refusal, and then in the popup alone", () => {
  const day = 86_400_000;
  const asks = (stored: Stored, now: number) =>
    (["install", "ended", "popup"] as const).map((how) =>
      mayAsk({ receipts: stored.receipts, consent: consentIn(stored, { notice: 2 }) }, now, how),
    );
  expect(asks(empty, 1e12)).toEqual([true, false, true]);
  for (const answer of ["declined", "withdrawn"] as const) {
    const refused = run([{ is: "answer", answer, kinds: [] }]);
    expect(asks(refused, 1e12 + 30 * day - 1)).toEqual([false, false, false]);
    expect(asks(refused, 1e12 + 30 * day)).toEqual([false, false, true]);
    // Not with a new notice either.
    const receipts = refused.receipts.map((receipt) => ({ ...receipt, notice: 1 }));
    expect(asks({ ...refused, receipts }, 1e12 + day)).toEqual([false, false, false]);
  }
  expect(asks(run([{ is: "answer", answer: "later", kinds: [] }]), 1e12 + 1)).toEqual([false, false, true]);
  expect(asks(run([agree]), 1e12 + 99 * day)).toEqual([false, false, false]);
  const older = run([agree], { notice: 1 });
  expect(asks(older, 1e12 + 1)).toEqual([false, true, true]);
});
