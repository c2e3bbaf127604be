// When tokens are fetched: at moments drawn before anybody knows how many will be used, in equal numbers.
import { epochAfter, startOf } from "../../schemas/epoch.ts";

export interface Fetch {
  at: number;
  count: number;
}

export interface Plan {
  /** The week, for example 2026-W47. */
  epoch: string;
  /** Tokens per person and week. */
  budget: number;
  /** How many fetches they come in; one falls into each equal part of the week. */
  parts: number;
}

/** The fetches of one week: everybody's have the same counts, and each has a random moment of its part. */
export function fetchesOf({ epoch, budget, parts }: Plan, random: () => number): Fetch[] {
  const start = startOf(epoch);
  const part = (startOf(epochAfter(epoch, 1)) - start) / parts;
  return Array.from({ length: parts }, (_, at) => ({
    at: Math.floor(start + (at + random()) * part),
    count: Math.floor(((at + 1) * budget) / parts) - Math.floor((at * budget) / parts),
  }));
}

/**
 * What is due: the fetches between the last look and now. A part that lies before the first look of the week was
 * missed and is not made up for, and fetches slept through come one by one: never more at once because more is used.
 */
export const dueFetch = (
  fetches: readonly Fetch[],
  seen: { until: number; now: number },
): Fetch | undefined => fetches.find(({ at }) => at > seen.until && at <= seen.now);
