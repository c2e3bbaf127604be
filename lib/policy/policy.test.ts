import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { Policy } from "../../schemas/policy.ts";
import type { SwitchName } from "../../schemas/step.ts";
import type { Tool } from "../../schemas/tool.ts";
import { allows, isStillListed, narrow, offeredTools, type Settings, widest } from "./narrow.ts";
import { judgeManaged } from "./read-managed.ts";
import { heldBack, keptAfter, policyOf, policyState, type Read } from "./state.ts";

vi.mock("../platform/browser.ts", () => ({ browser: {} }));

const whole = {
  company: "Corp",
  contact: "privacy@corp.example",
  collector: "https://collector.corp.example",
  issuer: "https://issuer.corp.example:8443/v1",
  relay: "http://127.0.0.1:7461",
  tools: [
    {
      alias: "Flows",
      pattern: "https://flows.corp.example/*",
      owner: "Platform",
      reason: "agents",
      vocabulary: null,
      kinds: ["click"],
      exclude: ["/admin"],
    },
  ],
  kinds: ["click", "typing"],
  forbiddenHosts: ["*.bank.example"],
  exclusions: [{ pattern: "https://flows.corp.example/*", paths: ["/people/*"] }],
  retentionDays: 14,
  reviewHours: 48,
  budgets: { trajectories: 10, reports: 5 },
  cover: true,
  profile: "shared",
  regions: { eu: { kinds: ["click"], retentionDays: 7 } },
  region: "eu",
};

test("a whole policy is taken", () => {
  expect(judgeManaged(whole)).toMatchObject({ is: "policy", policy: whole });
  expect(judgeManaged({})).toEqual({ is: "empty" });
});

test.each<[string, Record<string, unknown>, string]>([
  ["an unknown key", { ...whole, color: "red" }, "unknown-key"],
  ["an unknown key further in", { ...whole, regions: { eu: { tools: [] } } }, "unknown-key"],
  ["a collector without encryption", { ...whole, collector: "http://collector.corp.example" }, "bad-value"],
  [
    "a host that only begins like this machine",
    { ...whole, relay: "http://127.0.0.1.evil.example" },
    "bad-value",
  ],
  ["a user name in an address", { ...whole, relay: "http://127.0.0.1@evil.example" }, "bad-value"],
  ["a longer retention", { ...whole, retentionDays: 31 }, "bad-value"],
  ["a review window that is too short", { ...whole, reviewHours: 3 }, "bad-value"],
  ["a larger budget", { ...whole, budgets: { trajectories: 51 } }, "bad-value"],
  ["a kind that is none", { ...whole, kinds: ["keys"] }, "bad-value"],
  ["a region that is not there", { ...whole, region: "us" }, "bad-value"],
  ["one tool twice", { ...whole, tools: [whole.tools[0], whole.tools[0]] }, "bad-value"],
  [
    "a pattern for many",
    { ...whole, tools: [{ ...whole.tools[0], pattern: "https://*.corp.example/*" }] },
    "bad-value",
  ],
  [
    "a public suffix",
    { ...whole, tools: [{ ...whole.tools[0], pattern: "https://co.uk/*" }] },
    "public-suffix",
  ],
  ["a stop that is a word", { ...whole, stop: "yes" }, "bad-value"],
])("%s refuses it whole", (_, found, problem) => {
  expect(judgeManaged(found)).toMatchObject({ is: "refused", why: [{ problem }] });
});

test("what was said and did not come refuses it whole: Chromium drops a value of a wrong type", () => {
  const says = ["company", "stop"];
  expect(judgeManaged({ company: "Corp", stop: true, says })).toMatchObject({ is: "policy" });
  expect(judgeManaged({ company: "Corp", says })).toEqual({
    is: "refused",
    why: [{ at: "stop", problem: "bad-value" }],
  });
});

const policy = whole as Policy;
const at = (now: number, patience: number | null = 10_000) => ({ now, patience });
const kept = (...reads: [Read, number][]) =>
  reads.reduce<ReturnType<typeof keptAfter> | undefined>(
    (before, [read, now]) => keptAfter(before, read, now),
    undefined,
  );

test("an empty storage is waited for: ten seconds, or without limit where the build says so", () => {
  const empty = kept([{ is: "empty" }, 1000]);
  expect(policyState(empty, at(10_999))).toEqual({ is: "waiting", since: 1000, until: 11_000 });
  expect(policyState(empty, at(11_000))).toEqual({ is: "none" });
  expect(policyState(empty, at(1e12, null))).toEqual({ is: "waiting", since: 1000, until: null });
  expect(policyState(undefined, at(5, null))).toMatchObject({ is: "waiting" });
  expect(policyState(undefined, at(5, 0))).toEqual({ is: "none" });
  // One that comes later is in force at once.
  const later = keptAfter(empty, { is: "policy", policy }, 99_000);
  expect(policyState(later, at(99_000))).toEqual({ is: "in-force", policy, since: 99_000 });
});

test("where the browser says that there is none, it is not waited for, but where it must come", () => {
  const absent = kept([{ is: "absent" }, 1e12]);
  expect(policyState(absent, at(1e12))).toEqual({ is: "none" });
  expect(policyState(absent, at(1e12, null)).is).toBe("waiting");
});

test("a bad one is said, and the last good one stays; without one nothing is recorded", () => {
  const refused: Read = { is: "refused", why: [{ at: "color", problem: "unknown-key" }] };
  const state = policyState(kept([{ is: "policy", policy }, 1], [refused, 2]), at(3));
  expect(state).toMatchObject({ is: "refused", at: 2, lastGood: policy });
  expect(policyOf(state)).toEqual(policy);
  expect(heldBack(state)).toBeNull();
  expect(heldBack(policyState(kept([refused, 2]), at(1e12)))).toBe("unread");
});

test("a good one that goes is followed for ten seconds more, then it is gone", () => {
  const gone = kept([{ is: "policy", policy }, 1], [{ is: "empty" }, 1000]);
  expect(policyOf(policyState(gone, at(2000)))).toEqual(policy);
  expect(policyState(gone, at(11_000))).toEqual({ is: "none" });
});

test("stop holds everything back, from the company or its region, also when the next one is bad", () => {
  const stops: Policy[] = [{ stop: true }, { regions: { eu: { stop: true } }, region: "eu" }];
  for (const stop of stops) {
    const state = policyState(kept([{ is: "policy", policy: stop }, 7]), at(8));
    expect(state).toMatchObject({ is: "stopped", since: 7 });
    expect(heldBack(state)).toBe("stopped");
  }
  const bad: Read = { is: "refused", why: [{ at: "", problem: "bad-value" }] };
  expect(policyState(kept([{ is: "policy", policy: stops[0]! }, 7], [bad, 9]), at(9)).is).toBe("stopped");
  expect(heldBack(policyState(kept([{ is: "policy", policy: { profile: "never" } }, 7]), at(8)))).toBe(
    "never",
  );
});

const kinds: SwitchName[] = ["click", "typing", "scroll", "outlines"];
const tool = (host: string, more: Partial<Tool> = {}): Tool => ({
  id: host,
  alias: host,
  pattern: `https://${host}/*`,
  owner: "",
  reason: "agents",
  vocabulary: null,
  addedAt: 0,
  ...more,
});
const settings: Settings = {
  ...widest,
  tools: [tool("flows.corp.example"), tool("pay.bank.example"), tool("bank.example"), tool("other.example")],
  kinds,
  reviewHours: null,
};

test("a policy and its region narrow together", () => {
  const less = narrow(settings, policy);
  expect(less.kinds).toEqual(["click"]);
  expect(less.tools.map(({ id }) => id)).toEqual(["flows.corp.example", "other.example"]);
  expect(less.tools[0]).toMatchObject({ kinds: ["click"], exclude: ["/admin", "/people/*"] });
  expect(less).toMatchObject({
    retentionDays: 7,
    reviewHours: 48,
    budgets: { trajectories: 10, reports: 5 },
  });
  expect(narrow({ ...settings, reviewHours: 168 }, policy).reviewHours).toBe(168);
  expect(narrow({ ...settings, reviewHours: 5 }, null).reviewHours).toBe(24);
  expect(narrow(settings, { ...policy, onlyListed: true }).tools).toHaveLength(1);
});

test("whatever a policy says, nothing is more with it than without", () => {
  const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  const part = {
    kinds: some(fc.subarray(kinds)),
    forbiddenHosts: some(fc.subarray(["*.example", "bank.example", "*.corp.example"])),
    retentionDays: some(fc.integer({ min: 1, max: 30 })),
    budgets: some(fc.record({ trajectories: fc.integer({ min: 0, max: 50 }) })),
    profile: some(fc.constantFrom("shared" as const, "never" as const)),
    onlyListed: some(fc.boolean()),
  };
  const { onlyListed: _, ...region } = part;
  const any = fc
    .record({ ...part, regions: fc.record({ eu: fc.record(region) }), region: fc.constant("eu") })
    .map((found) => JSON.parse(JSON.stringify(found)) as Policy);
  fc.assert(
    fc.property(any, (one) => {
      const less = narrow(settings, one);
      expect(settings.kinds).toEqual(expect.arrayContaining([...less.kinds]));
      expect(settings.tools.map(({ id }) => id)).toEqual(
        expect.arrayContaining(less.tools.map(({ id }) => id)),
      );
      expect(less.retentionDays).toBeLessThanOrEqual(settings.retentionDays);
      expect(less.budgets.trajectories).toBeLessThanOrEqual(settings.budgets.trajectories);
      for (const each of settings.tools)
        for (const kind of kinds)
          if (allows(one, each, kind))
            expect(less.kinds.includes(kind) && less.tools.some(({ id }) => id === each.id)).toBe(true);
    }),
  );
});

test("what the company lists is offered until it is listed here; another reason makes another tool of it", () => {
  expect(offeredTools(policy, []).map(({ alias }) => alias)).toEqual(["Flows"]);
  const taken = tool("flows.corp.example", { listedBy: "company" });
  expect(offeredTools(policy, [taken])).toEqual([]);
  expect(offeredTools(policy, [{ ...taken, removedAt: 1 }])).toHaveLength(1);
  expect(isStillListed(taken, policy)).toBe(true);
  expect(isStillListed({ ...taken, reason: "ranking" }, policy)).toBe(false);
  expect(isStillListed(taken, null)).toBe(false);
});
