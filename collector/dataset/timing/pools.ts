// Which answers are taken together: from the narrowest pool to the widest.
import type { Measure, PoolOf } from "../../../schemas/dataset-timing.ts";
import type { StepReport } from "../../../schemas/step-report.ts";
import type { AskedKeyClass, QuestionName } from "../../../schemas/step-report-questions.ts";
import type { Place } from "./places.ts";

/** Below so many answers a wider pool stands in (privacy model, section 3). */
export const fewestAnswers = 3000;

/** What pools of each width are of. The last holds all answers to a question. */
export const widths: readonly (readonly (keyof PoolOf)[])[] = [
  ["kind", "role", "keyClass", "length"],
  ["kind", "role", "keyClass"],
  ["kind", "keyClass"],
  ["kind"],
  [],
];

/** A question without its key class, and the class. */
export function measureOf(question: QuestionName): { measure: Measure; keyClass?: AskedKeyClass } {
  const [, measure, keyClass] = /^(flight|dwell)-(.+)$/.exec(question) ?? [];
  if (!measure || !keyClass) return { measure: question as Measure };
  return { measure: measure as Measure, keyClass: keyClass as AskedKeyClass };
}

/** All that can be said of whom a report is of. */
export function leafOf({ step, question }: StepReport, { role, length }: Place): PoolOf {
  const { keyClass } = measureOf(question);
  return {
    kind: step.kind,
    ...(role !== undefined && { role }),
    ...(keyClass !== undefined && { keyClass }),
    ...(length !== undefined && { length }),
  };
}

/** The same, only as far as pools of a width tell. */
export const asWide = (leaf: PoolOf, width: readonly (keyof PoolOf)[]): PoolOf =>
  Object.fromEntries(width.flatMap((part) => (leaf[part] === undefined ? [] : [[part, leaf[part]]])));

export const poolKey = (measure: Measure, of: PoolOf): string =>
  JSON.stringify([measure, of.kind, of.role, of.keyClass, of.length]);
