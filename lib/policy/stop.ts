// A stop file that the store's key signed: whether it is followed, and what is kept of it. Pure.
import type { KeptStop, Stop } from "../../schemas/stop.ts";
import { type PolicyState, policyOf } from "./state.ts";

/**
 * `known`: the one that is followed already. `older`: signed before it, as who lays an old file down would have it.
 * `expired`: it would lift a stop, or say that there is none, by a word that is out of date. A stop is followed however
 * old it is: it takes away and gives nothing.
 */
export type Judged = "new" | "known" | "older" | "expired";

/** Total: also where none was ever followed. */
export function judgeStop(kept: KeptStop | undefined, { stop, at, until }: Stop, now: number): Judged {
  if (kept && at === kept.at && stop === kept.stop) return "known";
  if (kept && at <= kept.at) return "older";
  return !stop && now > until ? "expired" : "new";
}

/** What is kept after it came; the same object where it changes nothing. */
export function keptStopAfter(kept: KeptStop | undefined, said: Stop, now: number): KeptStop | undefined {
  if (judgeStop(kept, said, now) !== "new") return kept;
  // Signed anew, a stop lasts since it began.
  const since = kept?.stop === said.stop ? kept.since : now;
  return { stop: said.stop, at: said.at, since };
}

/** The store's stop is one more source: it stops whatever the policy says, and lifts nothing that the policy stops. */
export const withStop = (state: PolicyState, kept: KeptStop | undefined): PolicyState =>
  kept?.stop && state.is !== "stopped"
    ? { is: "stopped", since: kept.since, policy: policyOf(state) }
    : state;
