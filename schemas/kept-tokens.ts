// Tokens as they are kept in the browser until each is spent. They say nothing of who fetched them.

/** What a token is for: everybody gets the same number of each, and neither takes the other's. */
export type TokenSlot = "shipment" | "report";

export interface KeptToken {
  id: string;
  /** The week it was fetched in; the collector takes it in that and the next. */
  epoch: string;
  slot: TokenSlot;
  token: Uint8Array;
  /** The one thing that it pays for, once it was shown for that; left out while it is free. */
  item?: string;
}

/** One scheduled fetch of a week. */
export interface PlannedFetch {
  at: number;
  count: number;
}

/** The fetches of a week, drawn before anybody knows how many tokens will be used. */
export interface TokenPlan {
  epoch: string;
  fetches: readonly PlannedFetch[];
  /** Fetches up to here have begun, or were missed. */
  until: number;
  /** Tokens of the fetch that has begun and is not done. */
  left: number;
  attempts: number;
  nextTryAt: number;
}

/** What was seen first of a week, and has to stay the same. */
export interface TokenPin {
  key: string;
  issuer: string;
  origin: string;
}

/** Why nothing leaves though something would. */
export type SendingProblem =
  /** This week's are used up, or none came yet. */
  | "no-tokens"
  /** The issuer does not know this person, or this browser has nothing to say who it is. */
  | "no-sign-on"
  /** Somebody's key would not be everybody's. */
  | "keys-differ"
  /** The policy names another address than this build. */
  | "other-address";
