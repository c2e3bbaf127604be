// What is being sent right now, so that it can be broken off.

let ending = new AbortController();

/** Ends when sending is broken off. */
export const underWay = (): AbortSignal => ending.signal;

/** Breaks off what is under way: an agreement ended. What had left by then is known by its `sentAt`. */
export function breakOff(): void {
  ending.abort();
  ending = new AbortController();
}
