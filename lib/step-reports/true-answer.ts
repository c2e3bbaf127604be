// The true answer to any question, from what is stored of a step. It never leaves.
import { isTime, type QuestionName, questions } from "../../schemas/step-report-questions.ts";
import { type InTrajectory, stepOf } from "./in-trajectory.ts";
import { wayTo } from "./pointing.ts";
import type { Below } from "./randomize.ts";
import { bucketOf, timeOf } from "./times.ts";
import { hasPaused, howFilled, wasCorrected } from "./writing.ts";

/** Recording is new to a person for so long, in milliseconds. */
export const newFor = 10 * 24 * 3_600_000;

export interface Asked extends InTrajectory {
  /** Milliseconds since the epoch. */
  openedAt: number;
  /** When the person first agreed; milliseconds since the epoch. */
  recordingSince: number;
}

type Choice = Exclude<QuestionName, Parameters<typeof bucketOf>[0]>;

const answered: Readonly<Record<Choice, (asked: Asked) => string>> = {
  paused: (asked) => (hasPaused(stepOf(asked)) ? "yes" : "no"),
  corrected: (asked) => (wasCorrected(stepOf(asked)) ? "yes" : "no"),
  pointer: wayTo,
  field: howFilled,
  recent: (asked) => (asked.openedAt + stepOf(asked).at - asked.recordingSince < newFor ? "yes" : "no"),
};

/** The position of the true answer among those of the question. */
export function trueAnswer(question: QuestionName, asked: Asked, below: Below): number {
  if (isTime(question)) return bucketOf(question, timeOf(question, asked, below));
  const choice = question as Choice;
  const answers: readonly string[] = questions[choice].answers;
  return answers.indexOf(answered[choice](asked));
}
