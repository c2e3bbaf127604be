// Medians, quantiles and spread of small samples.

/** The value below which this part of the sample lies; NaN of an empty one. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length === 0) return Number.NaN;
  const at = (sorted.length - 1) * part;
  const low = sorted[Math.floor(at)]!;
  return low + (sorted[Math.ceil(at)]! - low) * (at - Math.floor(at));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

/** A figure over rounds. */
export interface Spread {
  median: number;
  /** From the first quartile to the third. */
  iqr: number;
  /** How many rounds had it. */
  rounds: number;
}

/** Null where no round had the figure. */
export function spreadOf(values: readonly (number | undefined)[]): Spread | null {
  const known = values.filter((value) => value !== undefined && Number.isFinite(value)) as number[];
  if (known.length === 0) return null;
  const round = (value: number) => Number(value.toPrecision(5));
  return {
    median: round(median(known)),
    iqr: round(quantile(known, 0.75) - quantile(known, 0.25)),
    rounds: known.length,
  };
}
