// Over any sequence of events nothing is accepted that the last explicit answer does not cover. What it covers is
// written once more in testing-ledger.ts, in another way than in the machine and the gate.
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { Answer } from "../../schemas/consent.ts";
import type { Policy } from "../../schemas/policy.ts";
import type { SwitchName } from "../../schemas/step.ts";
import type { Tool } from "../../schemas/tool.ts";
import type { Read } from "../policy/state.ts";
import { doorwayOf } from "./doorway.ts";
import { refusal } from "./gate.ts";
import { after, type Event, type Stored } from "./machine.ts";
import { type Act, day, hosts, Ledger, type Probe } from "./testing-ledger.ts";

vi.mock("../platform/browser.ts", () => ({ browser: {} }));

const kinds: SwitchName[] = ["click", "typing", "outlines"];
const ids = ["AAAAAAAAAAAAAAAAAAAAAA", "BBBBBBBBBBBBBBBBBBBBBA", "CCCCCCCCCCCCCCCCCCCCCA"];
const paths = ["/work", "/admin/x", "/pay"];
const described = (at: number, reason = "") => ({
  alias: "t",
  pattern: `https://${hosts[at]}/*`,
  owner: "",
  reason,
  vocabulary: null,
});

const tool = fc.integer({ min: 0, max: 2 });
const flag = fc.option(fc.constant(true), { nil: undefined, freq: 3 });
const said = {
  kinds: fc.option(fc.subarray(kinds), { nil: undefined }),
  forbiddenHosts: fc.option(
    fc.constantFrom("a.example", "*.example", "x.example").map((host) => [host]),
    {
      nil: undefined,
      freq: 2,
    },
  ),
  exclusions: fc.option(
    fc.constant("/pay").map((path) => [{ pattern: "https://b.example/*", paths: [path] }]),
    {
      nil: undefined,
    },
  ),
  profile: fc.option(fc.constantFrom("shared" as const, "never" as const), { nil: undefined, freq: 2 }),
  stop: flag,
};
const listed = fc.record({ reason: fc.constantFrom("r1", "r2"), kinds: fc.option(fc.subarray(kinds)) });
const policy = fc
  .record({ ...said, onlyListed: flag, third: fc.option(listed), region: fc.option(fc.record(said)) })
  .map(({ third, region, ...rest }): Policy => {
    const narrowing = third?.kinds ? { kinds: third.kinds } : {};
    const found: Policy = {
      ...rest,
      ...(third && { tools: [{ ...described(2, third.reason), ...narrowing }] }),
      ...(region && { regions: { eu: region }, region: "eu" }),
    };
    return JSON.parse(JSON.stringify(found)) as Policy;
  });
const read = fc.oneof(
  fc.constant<Read>({ is: "empty" }),
  fc.constant<Read>({ is: "absent" }),
  fc.constant<Read>({ is: "refused", why: [{ at: "x", problem: "unknown-key" }] }),
  policy.map((found): Read => ({ is: "policy", policy: found })),
);
const answers: Answer[] = ["agreed", "agreed", "agreed", "declined", "later", "withdrawn"];
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      is: fc.constant("answer" as const),
      answer: fc.constantFrom(...answers),
      kinds: fc.subarray(kinds),
      tools: fc.option(fc.subarray([0, 1, 2]), { freq: 2 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ is: fc.constantFrom("add" as const, "take" as const, "remove" as const), tool }),
  },
  fc.record({
    is: fc.constant("narrow" as const),
    tool,
    kinds: fc.option(fc.subarray(kinds)),
    admin: fc.boolean(),
  }),
  { weight: 2, arbitrary: fc.record({ is: fc.constant("policy" as const), read }) },
  fc.record({
    is: fc.constant("store" as const),
    stop: fc.constantFrom(true, false, false, false),
    ago: fc.constantFrom(0, 0, 0, 1000, day, 2 * day),
  }),
  fc.record({ is: fc.constant("pause" as const), minutes: fc.constantFrom(null, 1, 15) }),
  fc.record({ is: fc.constantFrom("resume" as const, "restart" as const) }),
  fc.record({ is: fc.constant("shared" as const), shared: fc.boolean() }),
  {
    weight: 2,
    arbitrary: fc.record({
      is: fc.constant("grant" as const),
      tools: fc.subarray([0, 1, 2], { minLength: 1 }),
    }),
  },
  fc.record({ is: fc.constant("update" as const), by: fc.constantFrom(1, -1) }),
  {
    weight: 2,
    arbitrary: fc.record({
      is: fc.constant("clock" as const),
      by: fc.constantFrom(1000, 61_000, 11_000, -11_000, day, 31 * day, -31 * day),
      noticed: fc.boolean(),
    }),
  },
);
/** Often a sequence begins where something is recorded. */
const beginnings: Act[][] = [
  [],
  [
    { is: "add", tool: 0 },
    { is: "add", tool: 1 },
    { is: "answer", answer: "agreed", kinds, tools: null },
    { is: "add", tool: 2 },
  ],
];
const probe = fc.record({ kind: fc.constantFrom(...kinds), tool, path: fc.constantFrom(...paths) });

/** The machine and the gate, put together as the background does. */
function system(ledger: Ledger) {
  let stored: Stored = { receipts: [], tools: [], pause: undefined, profile: undefined, policy: undefined };
  let made = 0;
  const world = () => ({ now: ledger.now, notice: ledger.notice, patience: ledger.patience });
  const tell = (event: Event) => {
    stored = after(stored, event, { ...world(), id: String(made++) });
  };
  const row = (at: number, more: Partial<Tool> = {}): Tool => ({
    ...described(at),
    id: ids[at]!,
    addedAt: 0,
    ...more,
  });
  const hears = (act: Act, offered: Policy["tools"]) => {
    if (act.is === "answer") tell({ ...act, tools: act.tools?.map((at) => ids[at]!) });
    else if (act.is === "add") tell({ is: "tool-added", tool: row(act.tool) });
    else if (act.is === "take") {
      const third = offered?.[0];
      if (third) tell({ is: "tool-added", tool: row(2, { reason: third.reason, listedBy: "company" }) });
    } else if (act.is === "remove") tell({ is: "tool-removed", tool: ids[act.tool]! });
    else if (act.is === "narrow") {
      const narrowing = { ...(act.kinds && { kinds: act.kinds }), ...(act.admin && { exclude: ["/admin"] }) };
      // A page shows listed tools only.
      if (stored.tools.some(({ id, removedAt }) => id === ids[act.tool] && removedAt === undefined))
        tell({ is: "tool-narrowed", tool: ids[act.tool]!, narrowing });
    } else if (act.is === "policy") tell(act);
    else if (act.is === "store") {
      const at = Math.max(0, ledger.now - act.ago);
      tell({ is: "stop-file", said: { format: "tooltrail-stop/1", stop: act.stop, at, until: at + day } });
    } else if (act.is === "pause")
      tell({ is: "pause", until: act.minutes === null ? null : ledger.now + act.minutes * 60_000 });
    else if (act.is === "resume") tell({ is: "resume" });
    else if (act.is === "restart") stored = structuredClone(stored);
    else if (act.is === "shared") tell({ is: "profile", shared: act.shared });
    else if (act.is === "clock" && act.noticed) tell({ is: "time", usedAt: ledger.usedAt });
  };
  const accepts = ({ kind, tool, path }: Probe): boolean => {
    const doorway = doorwayOf(stored, ledger.usedAt, world());
    const address = `https://${hosts[tool]}${path}`;
    return (
      ledger.granted.has(tool) && refusal(doorway, kind, { tool: ids[tool]!, addresses: [address] }) === null
    );
  };
  return { hears, accepts };
}

let accepted = 0;

test("no step is ever accepted that the last explicit answer does not cover, and none that it covers is refused", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...beginnings, beginnings[1]!),
      fc.array(fc.tuple(act, fc.array(probe, { minLength: 3, maxLength: 6 })), {
        maxLength: 24,
        size: "max",
      }),
      fc.constantFrom(0, 0, 0, 10_000, null),
      (beginning, sequence, patience) => {
        const ledger = new Ledger(patience);
        const machine = system(ledger);
        const begun = beginning.map((event): [Act, Probe[]] => [event, []]);
        for (const [event, probes] of [...begun, ...sequence]) {
          const word = ledger.word();
          if (event.is !== "clock") machine.hears(event, word === "hold" ? undefined : word?.tools);
          ledger.hears(event);
          // The clock is the ledger's: the machine is told of it after it has moved.
          if (event.is === "clock") machine.hears(event, undefined);
          for (const asked of probes) {
            const covered = ledger.covers(asked);
            expect(machine.accepts(asked)).toBe(covered);
            if (!covered) continue;
            accepted++;
            ledger.usedAt = ledger.now;
          }
        }
      },
    ),
    { numRuns: 10_000 },
  );
  // A machine that refuses everything would pass otherwise.
  expect(accepted).toBeGreaterThan(20_000);
});
