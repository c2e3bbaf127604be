// When a shipment leaves must not tell when the work was done: whoever sees it come would know early risers by the hour,
// and late ones by how often their Friday's work comes on a Sunday.
const hour = 3_600_000;
const day = 24 * hour;

export interface Leaving {
  /** How long the person has at least to look at it, in milliseconds. */
  window: number;
  /** From 0 up to 1, drawn anew for each shipment. */
  part: number;
  /** Midnight before a moment, where the person is. */
  dayBegan: (at: number) => number;
}

/**
 * A moment of the day that is drawn, so many whole days after the day of the work that the window is over. A window that
 * is shorter than an hour is that of a demonstration, which does not wait for days.
 */
export function leavesAt(madeAt: number, { window, part, dayBegan }: Leaving): number {
  if (window < hour) return madeAt + window;
  return dayBegan(madeAt) + day + Math.ceil(window / day) * day + Math.floor(part * day);
}
