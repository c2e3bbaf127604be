// Questions and answers of step reports in words: the true answer, and what leaves in its place.

import type { QueuedStepReport } from "../../schemas/step-report.ts";
import { outputCount, waveWidth } from "../../schemas/step-report-mechanism.ts";
import {
  type AskedKeyClass,
  bucketCount,
  edgesOf,
  isTime,
  noTime,
  type QuestionName,
  questions,
  type TimeQuestion,
} from "../../schemas/step-report-questions.ts";
import { keyed, language, t } from "../platform/words.ts";
import { heading, momentWords } from "./time-words.ts";

type Keys = `${"flight" | "dwell"}-${AskedKeyClass}`;

/** "Gap before a key (digit)" */
export function questionWords(question: QuestionName): string {
  if (/^(flight|dwell)-/.test(question)) {
    const [measure, keyClass] = question.split("-") as ["flight" | "dwell", AskedKeyClass];
    return t(`ask.${measure}`, t(`keyclass.${keyClass}`));
  }
  return t(`ask.${keyed(question as Exclude<QuestionName, Keys>)}`);
}

/** A true answer. */
export function answerWords(question: QuestionName, answer: number): string {
  if (isTime(question)) return answer === noTime ? t("reply.noTime") : bucketWords(question, answer);
  return t(`reply.${answersOf(question)[answer]!}`);
}

type ChoiceQuestion = Exclude<QuestionName, TimeQuestion>;
type Answer = (typeof questions)[ChoiceQuestion]["answers"][number];
const answersOf = (question: QuestionName): readonly Answer[] =>
  questions[question as ChoiceQuestion].answers;

/** What leaves: of a time an output stands for the bucket in the middle of those that make it likely. */
export function sentWords(question: QuestionName, answer: number): string {
  if (!isTime(question)) return answerWords(question, answer);
  if (answer === outputCount(question) - 1) return t("reply.noTime");
  const bucket = answer - Math.floor(waveWidth / 2);
  return bucketWords(question, Math.max(0, Math.min(bucketCount - 1, bucket)));
}

/** Where a report is on its way. One that came to nothing says so: whether it arrived is not always known. */
export function stateWords({ state, sentAt, readyAt }: OnItsWay, now: number): string {
  if (sentAt === undefined) return t("single.waits", momentWords(Math.max(readyAt, now), now));
  const sent = heading(momentWords(sentAt, now));
  return state === "rejected" ? t("single.unconfirmed", sent) : sent;
}

type OnItsWay = Pick<QueuedStepReport, "state" | "sentAt" | "readyAt">;

function bucketWords(question: TimeQuestion, bucket: number): string {
  const edges = edgesOf(question);
  if (bucket === 0) return t("reply.under", shortTime(edges[0]!));
  const from = shortTime(edges[bucket - 1]!);
  return bucket < edges.length ? t("reply.fromTo", from, shortTime(edges[bucket]!)) : t("reply.orMore", from);
}

/** "125 ms", "2.1 s" */
function shortTime(milliseconds: number): string {
  const inSeconds = milliseconds >= 1000;
  const unit = inSeconds ? "second" : "millisecond";
  const format = new Intl.NumberFormat(language(), { style: "unit", unit, maximumFractionDigits: 1 });
  return format.format(inSeconds ? milliseconds / 1000 : milliseconds);
}
