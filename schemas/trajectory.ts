import { z } from "zod";
import { epochSchema, idSchema } from "./id.ts";
import { stepSchema } from "./step.ts";
import { taskMarkSchema } from "./task.ts";

export const closedBySchema = z.enum(["idle", "size", "pause", "task", "scope"]);
export type ClosedBy = z.infer<typeof closedBySchema>;

/** A trajectory without its steps, as the store keeps it. An open one has no `closedAt`. */
export const trajectoryHeadSchema = z.strictObject({
  id: idSchema,
  openedAt: epochSchema,
  closedAt: epochSchema.optional(),
  closedBy: closedBySchema.optional(),
  /** Tools in the order of their first step. */
  tools: z.array(idSchema).max(64),
  /** The last page state that was seen in it, by the hash of its outline. */
  lastOutline: idSchema.optional(),
  /** What the person says it was. */
  task: taskMarkSchema.optional(),
});
export type TrajectoryHead = z.infer<typeof trajectoryHeadSchema>;

/** A step with its number: counted up as it comes in, and anew, in the order of time, when the trajectory closes. */
export const numberedStepSchema = z.strictObject({
  n: z.int().min(0),
  step: stepSchema,
  /** "Not how I usually work": it stays here and never leaves. */
  unusual: z.literal(true).optional(),
});
export type NumberedStep = z.infer<typeof numberedStepSchema>;

export const trajectorySchema = trajectoryHeadSchema.extend({ steps: z.array(numberedStepSchema) });
export type Trajectory = z.infer<typeof trajectorySchema>;
