// Moments and spans in words. Numbers have units.
const minute = 60_000;
const hour = 60 * minute;

/** A span of time, rounded down to minutes: "23 h 56 min"; under a minute in seconds. */
export function spanWords(milliseconds: number): string {
  if (milliseconds < minute) return `${Math.max(0, Math.floor(milliseconds / 1000))} s`;
  const hours = Math.floor(milliseconds / hour);
  const minutes = Math.floor((milliseconds % hour) / minute);
  if (hours === 0) return `${minutes} min`;
  return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
}

const clock = new Intl.DateTimeFormat("en-GB", { hour: "numeric", minute: "2-digit" });
const exact = new Intl.DateTimeFormat("en-GB", { hour: "numeric", minute: "2-digit", second: "2-digit" });
const date = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long" });
const year = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });

/** "10:41" */
export const clockWords = (at: number): string => clock.format(at);

/** "10:41:07" */
export const exactWords = (at: number): string => exact.format(at);

/** "Today", "Yesterday", "Tomorrow", "21 November", with the year where it is another one. */
export function dayWords(at: number, now: number): string {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const day = new Date(at).setHours(0, 0, 0, 0);
  // Rounded, because a day on which the clocks change has 23 or 25 hours.
  const daysAgo = Math.round((midnight - day) / (24 * hour));
  if (daysAgo === 0) return "Today";
  if (daysAgo === 1) return "Yesterday";
  if (daysAgo === -1) return "Tomorrow";
  return new Date(at).getFullYear() === new Date(now).getFullYear() ? date.format(at) : year.format(at);
}

/** "Today, 10:41" */
export const momentWords = (at: number, now: number): string => `${dayWords(at, now)}, ${clockWords(at)}`;

/** A moment inside a sentence: "today, 10:41", but "21 November, 10:41". */
export const within = (moment: string): string =>
  moment.replace(/^(Today|Yesterday|Tomorrow)/, (word) => word.toLowerCase());

/** "1 step", "1,090 steps" */
export const countWords = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;

/** "Node-RED", "Node-RED and Gitea", "Node-RED, Gitea and Zammad" */
export const listWords = (items: readonly string[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
