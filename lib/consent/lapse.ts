// A profile that several people use asks again when it lay idle for long.
import { type Moment, policyOf, policyState, profileOf } from "../policy/state.ts";
import type { Stored, World } from "./machine.ts";
import { consentIn, newestOf } from "./state.ts";

/** A shared profile asks again after so many idle milliseconds. */
export const idleLimit = 30 * 24 * 3_600_000;

/** Whether an agreement is of a shared profile that lay idle for too long. */
export function isLapsed(stored: Stored, usedAt: number, world: Omit<World, "id">): boolean {
  if (!isShared(stored, world) || consentIn(stored, world).answer !== "agreed") return false;
  return world.now - Math.max(usedAt, newestOf(stored.receipts)!.at) >= idleLimit;
}

/** Whether several people use the profile, by the person's word or the company's. */
export function isShared({ profile, policy }: Stored, moment: Moment): boolean {
  const said = policyOf(policyState(policy, moment));
  return profile?.shared === true || (said !== null && profileOf(said) === "shared");
}
