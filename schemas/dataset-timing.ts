// The population's timing: fitted from step reports, and drawn for trajectories, which have none of their own.
import { z } from "zod";
import { idSchema } from "./id.ts";
import { lengthEdges } from "./step-of-kind.ts";
import { questionSchema } from "./step-report.ts";
import { askedKeyClasses, reportedKindNames } from "./step-report-questions.ts";
import { roleSchema } from "./target.ts";

const part = z.number().min(0).max(1);
const shareSchema = z.strictObject({ share: part, low: part, high: part });
const milliseconds = z.number().min(0).max(86_400_000);

/** What is asked, without the key class: that is one of the things a pool may be of. */
export const measureSchema = z.enum([
  "flight",
  "dwell",
  "duration",
  "first-act",
  "paused",
  "corrected",
  "pointer",
  "field",
  "recent",
]);
export type Measure = z.infer<typeof measureSchema>;

/** Whom a pool is of; what it does not say may be anything. */
export const poolOfSchema = z.strictObject({
  kind: z.enum(reportedKindNames).optional(),
  role: roleSchema.optional(),
  keyClass: z.enum(askedKeyClasses).optional(),
  /** Length bucket of the field's final text. */
  length: z.int().min(0).max(lengthEdges.length).optional(),
});
export type PoolOf = z.infer<typeof poolOfSchema>;

export const poolSchema = z.strictObject({
  measure: measureSchema,
  of: poolOfSchema,
  answers: z.int().min(20),
  /** Fewer than 3,000 answers, and no wider pool had more. */
  few: z.boolean(),
  /** Lower edges of the second to the last bucket, in milliseconds; the last share is that there was no such time. */
  edges: z.array(milliseconds).optional(),
  /** What a choice was, in the order of its shares. */
  question: questionSchema,
  shares: z.array(shareSchema).min(2).max(16),
  /** Of times: how many are below each edge. */
  below: z.array(shareSchema).max(16).optional(),
});
export type Pool = z.infer<typeof poolSchema>;

export const timingModelSchema = z.strictObject({
  format: z.literal("tooltrail-timing-model/1"),
  timing: z.literal("population"),
  epsilon: z.number().min(0).max(10),
  /** Answers under which a wider pool stands in. */
  fewest: z.int(),
  pools: z.array(poolSchema),
  /** How many narrower pools had too few answers, and what stands in for them. */
  widened: z.array(
    z.strictObject({ measure: measureSchema, to: z.array(poolOfSchema.keyof()), pools: z.int().min(1) }),
  ),
  /** Measures of which nothing is said: no twenty people could be counted. */
  unsaid: z.array(measureSchema),
});
export type TimingModel = z.infer<typeof timingModelSchema>;

const population = z.literal("population");

/** One drawn value: of the population, of nobody in particular. */
const drawnTime = z.strictObject({ timing: population, ms: milliseconds });
const drawnKey = z.strictObject({
  timing: population,
  class: z.enum(askedKeyClasses),
  dwell: milliseconds,
  flight: milliseconds,
});

/** Timing of one step; what no pool tells is null. */
export const drawnStepSchema = z.strictObject({
  /** Since the trajectory's first step. */
  at: drawnTime.nullable(),
  /** To the next step. */
  duration: drawnTime.nullable(),
  keys: z.array(drawnKey).max(200).optional(),
  pointer: z.strictObject({ timing: population, way: z.enum(["direct", "wandering"]) }).optional(),
});
export type DrawnStep = z.infer<typeof drawnStepSchema>;

/** A line of timing.jsonl: the steps are those of the trajectory of this id, in its order. */
export const drawnTimingSchema = z.strictObject({
  format: z.literal("tooltrail-dataset-timing/1"),
  trajectory: idSchema,
  seed: z.int().min(0),
  steps: z.array(drawnStepSchema),
});
export type DrawnTiming = z.infer<typeof drawnTimingSchema>;
