// What is true of the company's policy right now: a pure function of what was kept of it and of the time.
import type { KeptPolicy, Policy, PolicyProblem } from "../../schemas/policy.ts";

export type PolicyState =
  | { is: "none" }
  /** `until` null: without limit. */
  | { is: "waiting"; since: number; until: number | null }
  | { is: "in-force"; policy: Policy; since: number }
  /** The newest one is not followed; the last good one stays, if there is one. */
  | { is: "refused"; at: number; why: readonly PolicyProblem[]; lastGood: Policy | null }
  /** By the policy, or by the store's stop file (stop.ts): then there may be no policy. */
  | { is: "stopped"; since: number; policy: Policy | null };

/** What managed storage said. */
export type Read =
  | { is: "empty" }
  /** The browser says that no policy names the extension: nothing is on its way. */
  | { is: "absent" }
  /** The browser does not answer: what was known holds; where nothing was, it is as empty. */
  | { is: "silent" }
  | { is: "policy"; policy: Policy }
  | { is: "refused"; why: PolicyProblem[] };

export interface Moment {
  now: number;
  /** So long an empty storage may still be filled, in milliseconds; null: without limit, the build says it. */
  patience: number | null;
}

const stopped = (policy: Policy): boolean =>
  policy.stop === true || (policy.region !== undefined && policy.regions?.[policy.region]?.stop === true);

/** Total: also for what was never read. */
export function policyState(kept: KeptPolicy | undefined, { now, patience }: Moment): PolicyState {
  if (!kept)
    return patience === 0 ? { is: "none" } : { is: "waiting", since: now, until: after(now, patience) };
  const { good, emptySince, refused } = kept;
  const ranOut =
    emptySince !== null && !refused && patience !== null && Math.abs(now - emptySince) >= patience;
  if (ranOut) return { is: "none" };
  if (good && stopped(good.policy)) return { is: "stopped", ...good };
  if (refused) return { is: "refused", ...refused, lastGood: good?.policy ?? null };
  if (good) return { is: "in-force", ...good };
  // A row says that something was read.
  const since = emptySince ?? now;
  return { is: "waiting", since, until: after(since, patience) };
}

const after = (since: number, patience: number | null) => (patience === null ? null : since + patience);

/** What is kept after managed storage was read. A refused one changes nothing but that it is said. Pure. */
export function keptAfter(kept: KeptPolicy | undefined, read: Read, now: number): KeptPolicy {
  if (read.is === "silent" && kept) return kept;
  const good = kept?.good ?? null;
  if (read.is === "refused") {
    const same = JSON.stringify(kept?.refused?.why) === JSON.stringify(read.why);
    return {
      good,
      emptySince: null,
      refused: same && kept?.refused ? kept.refused : { at: now, why: read.why },
    };
  }
  if (read.is === "absent") return { good, emptySince: 0, refused: null };
  if (read.is === "empty" || read.is === "silent")
    return { good, emptySince: Math.min(kept?.emptySince ?? now, now), refused: null };
  const same = good && JSON.stringify(good.policy) === JSON.stringify(read.policy);
  return { good: same ? good : { policy: read.policy, since: now }, emptySince: null, refused: null };
}

/** The policy that narrows, or null where none does. */
export function policyOf(state: PolicyState): Policy | null {
  if (state.is === "in-force" || state.is === "stopped") return state.policy;
  return state.is === "refused" ? state.lastGood : null;
}

/** Why nothing at all may be recorded or leave, whatever the person agreed to; null for no reason. */
export function heldBack(state: PolicyState): "stopped" | "waiting" | "unread" | "never" | null {
  if (state.is === "stopped" || state.is === "waiting") return state.is;
  const policy = policyOf(state);
  if (state.is === "refused" && !policy) return "unread";
  return policy && profileOf(policy) === "never" ? "never" : null;
}

/** The profile that the company or its region says; the narrower one. */
export function profileOf(policy: Policy): "shared" | "never" | undefined {
  const both = [policy.profile, policy.regions?.[policy.region ?? ""]?.profile];
  return both.includes("never") ? "never" : both.includes("shared") ? "shared" : undefined;
}
