/**
 * How long an empty managed storage may still be filled, in milliseconds; null: without limit. The values arrive
 * seconds after a profile's first start. A company build says `required`; tests have their policy, or none, at once.
 */
export const patience = (): number | null =>
  __POLICY__ === "required" ? null : __POLICY__ === "none" ? 0 : 10_000;

/**
 * After so many milliseconds without an answer, managed storage counts as silent. Measured in Chromium 156: an answer
 * takes up to four seconds after a start, and in some runs none ever comes.
 */
export const silence = (): number => 6000;
