// The noise: after this line nobody knows the true answer but the person.
import { type Table, tableFor } from "../../schemas/step-report-mechanism.ts";
import type { QuestionName } from "../../schemas/step-report-questions.ts";

/** A whole number from 0 up to, not including, the limit. */
export type Below = (limit: number) => number;

/** An output of the table for this truth, exactly as likely as its weight says. */
export function randomizeBy({ weights, total }: Table, truth: number, below: Below): number {
  const row = weights[truth];
  if (!row) throw new RangeError(`No answer ${truth} among ${weights.length}`);
  let left = below(total);
  return row.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
}

/** What is sent in the place of a true answer. `below` is the platform's cryptographic random; tests seed their own. */
export const randomize = (question: QuestionName, truth: number, below: Below): number =>
  randomizeBy(tableFor(question), truth, below);
