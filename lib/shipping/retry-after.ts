// How long to wait before something is tried again.
import { backoff } from "./outcome.ts";

/** The longest that an answer can make us wait, in milliseconds. */
export const longestWait = 24 * 3_600_000;
const spread = 10 * 60_000;
const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** What `Retry-After` asks for, in milliseconds from now and at most a day; null where it says nothing that counts. */
export function readRetryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? "";
  if (/^\d+$/.test(text)) return Math.min(longestWait, Number(text) * 1000);
  // Only as HTTP writes it: the parser takes nearly anything for a date, such as "-5".
  const at = httpDate.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.min(longestWait, Math.max(0, at - now));
}

/** Milliseconds until the next try: never less than was asked for, never nothing, and not the same for everybody. */
export function waitAfter(tried: { attempts: number; asked: number | null }, random: number): number {
  const own = backoff(tried.attempts, random);
  return tried.asked === null ? own : Math.max(own, tried.asked + random * Math.min(spread, tried.asked / 2));
}

/** Whether a moment that was set is here. One farther off than any wait was set by a clock that went wrong. */
export const isOver = (at: number, now: number): boolean => at <= now || at > now + longestWait + 2 * spread;
