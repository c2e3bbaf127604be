// How an answer is randomized: published tables, the same for the person's browser and for whoever estimates from them.
import { answerCount, bucketCount, isTime, type QuestionName } from "./step-report-questions.ts";

/** The privacy budget, in one place: of one answer, and how many answers a person gives a week. */
export const budget = {
  /** No answer is more than e^epsilon times as likely for one truth than for any other. */
  epsilon: 1,
  reportsPerWeek: 20,
  /** Of one step in one week: so that 20 reports of a step in a week are 20 people. */
  reportsPerStepAndWeek: 1,
} as const;

/** Whole numbers, so that nothing is rounded: `likely / unlikely` is the last millionth below e. */
export const unlikely = 1_000_000;
export const likely = Math.floor(Math.exp(budget.epsilon) * unlikely);

/** One row a truth, one column an output; all rows have the same sum, and a weight is that part of it. */
export interface Table {
  weights: readonly (readonly number[])[];
  total: number;
}

/** A table of these weights; throws where a row has another sum than the first. */
export function tableOf(weights: readonly (readonly number[])[]): Table {
  const sums = weights.map((row) => row.reduce((sum, one) => sum + one, 0));
  const total = sums[0] ?? 0;
  if (sums.some((sum) => sum !== total)) throw new Error(`Rows of different sums: ${sums.join(", ")}`);
  return { weights, total };
}

/** k-ary randomized response: the truth is the likely output, every other one is as unlikely as the next. */
export const randomizedResponse = (count: number): Table =>
  tableOf(
    Array.from({ length: count }, (_, truth) =>
      Array.from({ length: count }, (_, output) => (output === truth ? likely : unlikely)),
    ),
  );

/**
 * Square wave (Li et al., 2020) over ordered buckets: the `width` outputs around the truth are likely, and beyond both
 * ends there are outputs for what lies at the ends. "None" lies nowhere among them: it is an output of its own, which
 * weighs as much as a wave.
 */
export function squareWave(buckets: number, width: number): Table {
  const outputs = buckets + width - 1;
  const wave = (from: number) =>
    Array.from({ length: outputs }, (_, output) =>
      output >= from && output < from + width ? likely : unlikely,
    );
  const none = Array.from({ length: outputs }, () => unlikely);
  return tableOf([
    ...Array.from({ length: buckets }, (_, truth) => [...wave(truth), width * unlikely]),
    [...none, width * likely],
  ]);
}

/** Chosen by measurement (`npm run bench -- reports`): the narrowest wave has the smallest error over 12 buckets. */
export const waveWidth = 3;

const times = squareWave(bucketCount, waveWidth);
const choices = new Map<number, Table>();

/** The table that answers to this question are randomized with. */
export function tableFor(question: QuestionName): Table {
  if (isTime(question)) return times;
  const count = answerCount(question);
  const table = choices.get(count) ?? randomizedResponse(count);
  choices.set(count, table);
  return table;
}

/** How many different answers may leave. */
export const outputCount = (question: QuestionName): number => tableFor(question).weights[0]!.length;
