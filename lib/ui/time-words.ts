// Moments, spans and lists in words, as the browser's language writes them. Numbers have units.
import { language, t } from "../platform/words.ts";

const minute = 60_000;
const hour = 60 * minute;

/** One of each, made when it is first needed: making one costs more than a hundred uses. */
function once<T>(make: (language: string) => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make(language());
    return made;
  };
}

const short = once((locale) => new Intl.DurationFormat(locale, { style: "short" }));
const long = once((locale) => new Intl.DurationFormat(locale, { style: "long" }));
// A duration of nothing has no word of its own.
const seconds = once((locale) => new Intl.NumberFormat(locale, { style: "unit", unit: "second" }));

function inWords(milliseconds: number, format: Intl.DurationFormat): string {
  if (milliseconds < minute) return seconds().format(Math.max(0, Math.floor(milliseconds / 1000)));
  if (milliseconds >= 48 * hour && milliseconds % (24 * hour) === 0)
    return format.format({ days: milliseconds / (24 * hour) });
  const hours = Math.floor(milliseconds / hour);
  const minutes = Math.floor((milliseconds % hour) / minute);
  return format.format({ hours, minutes });
}

/** A span of time, rounded down to minutes: "23 hr, 56 min"; under a minute in seconds. */
export const spanWords = (milliseconds: number): string => inWords(milliseconds, short());

/** The same in whole words: "24 hours", "3 days". */
export const longSpanWords = (milliseconds: number): string => inWords(milliseconds, long());

const clock = once((locale) => new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" }));
const exact = once((locale) => new Intl.DateTimeFormat(locale, { timeStyle: "medium" }));
const date = once((locale) => new Intl.DateTimeFormat(locale, { day: "numeric", month: "long" }));
const year = once((locale) => new Intl.DateTimeFormat(locale, { dateStyle: "long" }));
const near = once((locale) => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }));
const lists = once((locale) => new Intl.ListFormat(locale, { type: "conjunction" }));

/** "10:41" */
export const clockWords = (at: number): string => clock().format(at);

/** "10:41:07" */
export const exactWords = (at: number): string => exact().format(at);

/** Inside a sentence: "today", "yesterday", "tomorrow", "November 21", with the year where it is another one. */
export function dayWords(at: number, now: number): string {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const day = new Date(at).setHours(0, 0, 0, 0);
  // Rounded, because a day on which the clocks change has 23 or 25 hours.
  const days = Math.round((day - midnight) / (24 * hour));
  if (Math.abs(days) <= 1) return near().format(days, "day");
  return new Date(at).getFullYear() === new Date(now).getFullYear() ? date().format(at) : year().format(at);
}

/** Inside a sentence: "today, 10:41" */
export const momentWords = (at: number, now: number): string =>
  t("moment", dayWords(at, now), clockWords(at));

/** The same words where nothing stands before them: "Today, 10:41". */
export const heading = (words: string): string =>
  words.charAt(0).toLocaleUpperCase(language()) + words.slice(1);

/** "Node-RED", "Node-RED and Gitea", "Node-RED, Gitea, and Zammad" */
export const listWords = (items: readonly string[]): string => lists().format(items);
