// A step report: one noised answer to one question on one step. It says nothing else, and is linked to nothing.
import { z } from "zod";
import { epochSchema, idSchema, indexSchema, weekSchema } from "./id.ts";
import { outputCount } from "./step-report-mechanism.ts";
import { questionNames, questionsOf, reportedKindNames } from "./step-report-questions.ts";

export const questionSchema = z.enum(questionNames);

/** Which step, by what is published of it: the same words for everybody who took it. */
export const reportedStepSchema = z.strictObject({
  kind: z.enum(reportedKindNames),
  route: indexSchema.nullable(),
  /** Of its target. */
  name: indexSchema.nullable(),
});

export const stepReportSchema = z
  .strictObject({
    format: z.literal("tooltrail-report/1"),
    week: weekSchema,
    /** As a shipment says it: both null for a tool without a vocabulary. */
    tool: z.strictObject({
      tool: idSchema.nullable(),
      vocabulary: z.int().min(1).max(1_000_000).nullable(),
    }),
    step: reportedStepSchema,
    question: questionSchema,
    /** After randomization: an output of the question's table. */
    answer: z.int().min(0).max(255),
  })
  .refine(({ step, question }) => questionsOf[step.kind].includes(question), "not asked of this kind")
  .refine(({ question, answer }) => answer < outputCount(question), "no output of this question");
export type StepReport = z.infer<typeof stepReportSchema>;

/** A report on its way, in this browser only: what is sent, and the true answer beside it for the person to see. */
export const queuedStepReportSchema = z.strictObject({
  id: idSchema,
  report: stepReportSchema,
  /** Left out once the person deleted the step of a report that was sent. */
  truth: z.int().min(0).max(255).optional(),
  /** `rejected`: the collector would not take it, or it is not known whether it did; it is not sent again. */
  state: z.enum(["waiting", "sent", "rejected"]),
  /** The tool's row, to show its alias. */
  row: idSchema,
  /** The step it speaks of: deleting that takes back the report. */
  trajectory: idSchema,
  n: z.int().min(0),
  madeAt: epochSchema,
  /** Its own random delay ends. */
  readyAt: epochSchema,
  attempts: z.int().min(0),
  nextTryAt: epochSchema,
  sentAt: epochSchema.optional(),
});
export type QueuedStepReport = z.infer<typeof queuedStepReportSchema>;
