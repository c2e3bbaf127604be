// The time of an event, in milliseconds since the epoch.

/** The page's clock stands still while the machine sleeps; past this it no longer tells the time. */
const mostDrift = 1000;

/** A time stamp of the page's own clock as epoch milliseconds, to a tenth. */
export function epochOf(timeStamp: number): number {
  const { timeOrigin } = performance;
  const drift = Date.now() - (timeOrigin + performance.now());
  const at = timeOrigin + timeStamp + (Math.abs(drift) > mostDrift ? drift : 0);
  return Math.round(at * 10) / 10;
}
