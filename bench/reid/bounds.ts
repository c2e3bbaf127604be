// What has to hold (issue 6): the attack is strong on what is recorded, and finds nothing in what leaves.
import type { Bound } from "../store/report.ts";
import type { Attacked, Outcome } from "./attack/attack.ts";

/** Below this probability more hits than twice the chance are no accident. */
const significant = 0.05;
const leastError = 0.45;
/** What ships may tell this much more of a person than the work itself does. */
const mostBeyondLabels = 0.02;

const outcomeAt = ({ outcomes }: Attacked, linked: number): Outcome => {
  const found = outcomes.find((one) => one.linked === linked);
  if (!found) throw new Error(`Nothing was attacked with ${linked} linked samples.`);
  return found;
};

export function strong(
  name: string,
  attacked: Attacked,
  { linked, least }: { linked: number; least: number },
): Bound {
  const { rank1 } = outcomeAt(attacked, linked);
  return { name: `${name} raw, rank-1 at ${linked}`, figure: rank1, least, holds: rank1 >= least };
}

/** At each number of linked samples: rank-1 by the exact binomial test, and the error rate. */
export const untraceable = (name: string, { people, outcomes }: Attacked): Bound[] =>
  outcomes.flatMap(({ linked, rank1, eer, p }) => [
    {
      name: `${name} shipped, rank-1 at ${linked} (p ${p.toFixed(3)})`,
      figure: rank1,
      most: 2 / people,
      holds: p >= significant,
    },
    { name: `${name} shipped, EER at ${linked}`, figure: eer, least: leastError, holds: eer >= leastError },
  ]);

/** Who works on what is known to be recognised by it; how must not add to that. */
export const noWorse = (shipped: Attacked, labels: Attacked): Bound[] =>
  shipped.outcomes.map(({ linked, eer }) => {
    const least = outcomeAt(labels, linked).eer - mostBeyondLabels;
    return { name: `population B shipped, EER at ${linked}`, figure: eer, least, holds: eer >= least };
  });
