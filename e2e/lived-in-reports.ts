// The single answers that were drawn on Monday from the work of the week before: some have left, some wait. The same for
// the same moment.
import { createHash } from "node:crypto";
import vocabulary from "../examples/node-red/vocabulary.json" with { type: "json" };
import type { Step } from "../schemas/step.ts";
import { type QueuedStepReport, queuedStepReportSchema } from "../schemas/step-report.ts";
import { budget, tableFor } from "../schemas/step-report-mechanism.ts";
import {
  edgesOf,
  isReportedKind,
  isTime,
  noTime,
  type QuestionName,
  questionsOf,
  type TimeQuestion,
} from "../schemas/step-report-questions.ts";
import type { NumberedStep } from "../schemas/trajectory.ts";
import { hour, idOf, toolIds, type Worked, weekOf } from "./lived-in-days.ts";

const day = 24 * hour;

/** From 0 up to 1, as if drawn. */
const drawn = (what: string): number => createHash("sha256").update(what).digest().readUInt32BE() / 2 ** 32;

interface Asked {
  trajectory: string;
  n: number;
  step: Step;
  next: Step | undefined;
}

/** One of each step that a report would say the same of, in the order of a draw. */
function stepsOf(days: readonly Worked[]): Asked[] {
  const found = new Map<string, Asked>();
  for (const { head, steps } of days)
    for (const { n, step, unusual } of steps as NumberedStep[]) {
      const key = JSON.stringify([step.tool, step.kind, step.route, step.target?.name]);
      if (!unusual && isReportedKind(step.kind))
        found.set(key, { trajectory: head.id, n, step, next: steps[n + 1]?.step });
    }
  return [...found].sort(([a], [b]) => drawn(a) - drawn(b)).map(([, asked]) => asked);
}

function timeOf(question: TimeQuestion, { step, next }: Asked): number | undefined {
  if (question === "duration" || question === "first-act") return next && next.at - step.at;
  if (step.kind !== "typing") return undefined;
  const [measure, keyClass] = question.split("-");
  const key = step.keys.find(([of, , flight]) => of === keyClass && flight);
  return key?.[measure === "dwell" ? 1 : 2] ?? undefined;
}

function truthOf(question: QuestionName, asked: Asked): number {
  if (isTime(question)) {
    const time = timeOf(question, asked);
    return time === undefined ? noTime : edgesOf(question).filter((edge) => edge <= time).length;
  }
  const { step } = asked;
  if (question === "corrected") return Number(step.kind === "typing" && step.corrections > 0);
  // Recording is new; for the rest the first answer fits: no pause, straight to it, typed.
  return question === "recent" ? 1 : 0;
}

function noised(question: QuestionName, truth: number, part: number): number {
  const { weights, total } = tableFor(question);
  let sum = 0;
  const upTo = weights[truth]!.map((weight) => {
    sum += weight;
    return sum;
  });
  return upTo.findIndex((edge) => part * total < edge);
}

/** Monday's midnight in UTC, as weeks are counted. */
export const weekBegan = (now: number): number =>
  new Date(now - ((new Date(now).getUTCDay() + 6) % 7) * day).setUTCHours(0, 0, 0, 0);

/** The reports of the week before this moment's; one's step was deleted after it had left, one was refused. */
export function livedInReports(days: readonly Worked[], now: number): QueuedStepReport[] {
  const monday = weekBegan(now) + 7.7 * hour;
  const week = weekOf(monday - 4 * day);
  const before = days.filter(({ head: { closedAt } }) => closedAt !== undefined && weekOf(closedAt) === week);
  return stepsOf(before)
    .slice(0, budget.reportsPerWeek)
    .map((asked, nth): QueuedStepReport => {
      const { step, trajectory, n } = asked;
      const { kind, route, target, tool } = step;
      if (!isReportedKind(kind)) throw new Error(`Nobody is asked about ${kind}.`);
      const questions = questionsOf[kind];
      const question = questions[(nth * 7) % questions.length]!;
      const truth = truthOf(question, asked);
      const readyAt = Math.round(monday + day + drawn(`delay ${nth}`) * 4 * day);
      const sent = readyAt < now;
      const published =
        tool === toolIds[0]
          ? { tool: vocabulary.tool, vocabulary: vocabulary.version }
          : { tool: null, vocabulary: null };
      return queuedStepReportSchema.parse({
        id: idOf("A", nth),
        report: {
          ...{ format: "tooltrail-report/1", week, tool: published, question },
          step: { kind, route, name: target?.name ?? null },
          answer: noised(question, truth, drawn(`answer ${nth}`)),
        },
        ...(!(sent && nth === 3) && { truth }),
        ...{
          state: sent ? (nth === 5 ? "rejected" : "sent") : "waiting",
          row: tool,
          trajectory,
          n,
          madeAt: monday,
          readyAt,
        },
        ...{ attempts: 0, nextTryAt: 0, ...(sent && { sentAt: readyAt + 7 * 60_000 }) },
      });
    });
}
