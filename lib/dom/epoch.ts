// The time of an event, in milliseconds since the epoch, by the one clock that all processes share.

/**
 * Each process makes its `timeOrigin` from a wall clock reading of its own, and a page's clock stands still while the
 * machine sleeps. Past this many milliseconds it is set by the wall clock: more than the wall clock's own jitter, and
 * little enough that acts in two frames come out in order.
 */
const mostDrift = 10;
let correction = 0;

/** A time stamp of the page's own clock as epoch milliseconds, to a tenth. */
export function epochOf(timeStamp: number): number {
  const { timeOrigin } = performance;
  const drift = Date.now() - (timeOrigin + performance.now());
  if (Math.abs(drift - correction) > mostDrift) correction = drift;
  return Math.round((timeOrigin + timeStamp + correction) * 10) / 10;
}
