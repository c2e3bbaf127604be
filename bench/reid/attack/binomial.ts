// The exact binomial test: how likely so many hits are, if each had this chance.

/** P(X >= hits) of `trials` draws with `chance` each, summed in logarithms. */
export function atLeastByChance(hits: number, trials: number, chance: number): number {
  if (hits <= 0) return 1;
  if (chance >= 1) return 1;
  if (chance <= 0 || hits > trials) return 0;
  let log = trials * Math.log1p(-chance);
  const odds = Math.log(chance) - Math.log1p(-chance);
  let below = 0;
  for (let k = 0; k < hits; k++) {
    below += Math.exp(log);
    log += odds + Math.log((trials - k) / (k + 1));
  }
  // What is left of one by subtraction has no digits where it is tiny: then the upper part is summed.
  if (below < 0.999) return 1 - below;
  let above = 0;
  for (let k = hits; k <= trials; k++) {
    above += Math.exp(log);
    log += odds + Math.log((trials - k) / (k + 1));
  }
  return Math.min(above, 1);
}
