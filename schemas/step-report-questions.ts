// What a step report may be asked: the one list of questions, of which step each is asked, and what it can be answered.
import type { KindName } from "./step-of-kind.ts";

/** Classes of keys that change a text: each has its own flight and dwell. */
export const askedKeyClasses = ["text", "digit", "space", "delete", "enter"] as const;
export type AskedKeyClass = (typeof askedKeyClasses)[number];

/** A time has this many buckets, each `ratio` times as long as the one before, and one answer more: that there was none. */
export const bucketCount = 12;

const timeOf = (lowest: number, ratio: number) =>
  ({
    form: "time",
    /** Where the second bucket begins, in milliseconds, and how much further each next one does. */
    lowest,
    ratio,
  }) as const;
const choiceOf = <A extends string>(...answers: readonly [A, A, ...A[]]) =>
  ({ form: "choice", answers }) as const;

const flight = timeOf(40, 1.47);
const dwell = timeOf(30, 1.25);
const wait = timeOf(125, 2);
const yesOrNo = choiceOf("no", "yes");

export const questions = {
  "flight-text": flight,
  "flight-digit": flight,
  "flight-space": flight,
  "flight-delete": flight,
  "flight-enter": flight,
  "dwell-text": dwell,
  "dwell-digit": dwell,
  "dwell-space": dwell,
  "dwell-delete": dwell,
  "dwell-enter": dwell,
  /** From this step to the next one. */
  duration: wait,
  /** From the change of the page to the first act on it. */
  "first-act": wait,
  /** Whether typing stopped for a second or more on the way. */
  paused: yesOrNo,
  corrected: yesOrNo,
  pointer: choiceOf("direct", "wandering", "none"),
  field: choiceOf("typed", "pasted", "replaced", "appended", "undone"),
  /** Whether this person's recording began less than ten days before. */
  recent: yesOrNo,
} as const;
export type QuestionName = keyof typeof questions;
export type TimeQuestion = {
  [Q in QuestionName]: (typeof questions)[Q]["form"] extends "time" ? Q : never;
}[QuestionName];
export const questionNames = Object.keys(questions) as [QuestionName, ...QuestionName[]];
export const isTime = (question: QuestionName): question is TimeQuestion =>
  questions[question].form === "time";

/** How many true answers there are, before randomization. */
export const answerCount = (question: QuestionName): number => {
  const asked = questions[question];
  return asked.form === "time" ? bucketCount + 1 : asked.answers.length;
};

/** What a time is answered of which there was none: no key of that class, no step after this one. */
export const noTime = bucketCount;

/** Lower edges of the second to the last bucket, in milliseconds. */
export function edgesOf(question: TimeQuestion): number[] {
  const { lowest, ratio } = questions[question];
  return Array.from({ length: bucketCount - 1 }, (_, n) => Math.round(lowest * ratio ** n));
}

const ofAny = ["duration", "recent"] as const;
const ofPointing = [...ofAny, "pointer"] as const;

/** Steps that do not leave are asked about all the same: how long a new page waits for its first act, how long a menu. */
export type ReportedKindName = Exclude<KindName, "pointer">;

/**
 * Which question is asked hangs on the kind of the step alone, which the report says anyway: were it asked only of
 * steps that have an answer, a flight of a delete key would tell of a correction without any noise.
 */
export const questionsOf: Readonly<Record<ReportedKindName, readonly QuestionName[]>> = {
  click: ofPointing,
  drag: ofPointing,
  hover: ofAny,
  typing: [
    ...ofAny,
    ...askedKeyClasses.flatMap((keyClass) => [`flight-${keyClass}`, `dwell-${keyClass}`] as const),
    "paused",
    "corrected",
    "field",
  ],
  shortcut: ofAny,
  choose: ofAny,
  submit: ofAny,
  scroll: ofAny,
  navigate: ["first-act", "recent"],
  switch: ofAny,
  clipboard: ofAny,
};

export const reportedKindNames = Object.keys(questionsOf) as [ReportedKindName, ...ReportedKindName[]];
export const isReportedKind = (kind: KindName): kind is ReportedKindName => Object.hasOwn(questionsOf, kind);
