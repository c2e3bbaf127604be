// One timing model of the whole population, from step reports.
import {
  type Measure,
  measureSchema,
  type Pool,
  type PoolOf,
  type TimingModel,
  timingModelSchema,
} from "../../../schemas/dataset-timing.ts";
import type { StepReport } from "../../../schemas/step-report.ts";
import { budget } from "../../../schemas/step-report-mechanism.ts";
import { edgesOf, isTime } from "../../../schemas/step-report-questions.ts";
import { countOutputs, estimate } from "../../step-reports/estimate.ts";
import { fewestPeople, leastPeople } from "../../step-reports/people.ts";
import type { PlaceOf } from "./places.ts";
import { asWide, fewestAnswers, leafOf, measureOf, poolKey, widths } from "./pools.ts";

interface Gathered {
  measure: Measure;
  of: PoolOf;
  reports: StepReport[];
}

/**
 * Pools of at least 3,000 answers, and of each measure the widest whatever it has, as long as twenty people can be
 * counted in it. What is too small for a pool of its own counts in the wider ones, and the model says how often.
 */
export function fitTiming(reports: Iterable<StepReport>, placeOf: PlaceOf): TimingModel {
  const all = gather(reports, placeOf);
  const pools = [...all.values()].flatMap((gathered) => poolOf(gathered) ?? []);
  const said = new Map(pools.map(({ measure, of }) => [poolKey(measure, of), of]));
  const asked = new Set([...all.values()].map(({ measure }) => measure));
  return timingModelSchema.parse({
    format: "tooltrail-timing-model/1",
    timing: "population",
    epsilon: budget.epsilon,
    fewest: fewestAnswers,
    pools: pools.toSorted(byNameAndWidth),
    widened: widenedOf(all, said),
    unsaid: measureSchema.options.filter((one) => asked.has(one) && !said.has(poolKey(one, {}))),
  });
}

/** By measure, the widest first: the same in every build. */
const byNameAndWidth = (a: Pool, b: Pool): number =>
  compare(a.measure, b.measure) ||
  Object.keys(a.of).length - Object.keys(b.of).length ||
  compare(poolKey(a.measure, a.of), poolKey(b.measure, b.of));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function gather(reports: Iterable<StepReport>, placeOf: PlaceOf): Map<string, Gathered> {
  const all = new Map<string, Gathered>();
  for (const report of reports) {
    const { measure } = measureOf(report.question);
    const leaf = leafOf(report, placeOf(report));
    const pools = new Map(widths.map((width) => asWide(leaf, width)).map((of) => [poolKey(measure, of), of]));
    for (const [key, of] of pools) {
      const gathered = all.get(key) ?? { measure, of, reports: [] };
      gathered.reports.push(report);
      all.set(key, gathered);
    }
  }
  return all;
}

function poolOf({ measure, of, reports }: Gathered): Pool | null {
  const few = reports.length < fewestAnswers;
  const isWidest = Object.keys(of).length === 0;
  if ((few && !isWidest) || leastPeople(reports) < fewestPeople) return null;
  const { question } = reports[0]!;
  const { answers, shares, below } = estimate(
    question,
    countOutputs(
      question,
      reports.map(({ answer }) => answer),
    ),
  );
  return {
    measure,
    of,
    answers,
    few,
    question,
    shares,
    ...(isTime(question) && { edges: edgesOf(question) }),
    ...(below && { below }),
  };
}

/** Only how many: a pool by itself that too few people are in is not named. */
function widenedOf(
  all: ReadonlyMap<string, Gathered>,
  said: ReadonlyMap<string, PoolOf>,
): TimingModel["widened"] {
  const counts = new Map<string, TimingModel["widened"][number]>();
  for (const [key, { measure, of }] of all) {
    if (said.has(key)) continue;
    const wider = widths.map((width) => asWide(of, width)).find((one) => said.has(poolKey(measure, one)));
    if (!wider) continue;
    const to = Object.keys(wider) as (keyof PoolOf)[];
    const before = counts.get(`${measure} ${to}`) ?? { measure, to, pools: 0 };
    counts.set(`${measure} ${to}`, { ...before, pools: before.pools + 1 });
  }
  return [...counts.values()];
}
