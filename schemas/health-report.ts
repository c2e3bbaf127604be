// A health report: which version runs in which browser, and one class of what went wrong last week. It says nothing
// else, and is linked to nothing; everybody who agreed sends one a week, the same way as step reports.
import { z } from "zod";
import { droppedSchema } from "./dropped.ts";
import { epochSchema, idSchema, weekSchema } from "./id.ts";

/** The worst that happened, of these in their order. */
export const healthErrors = ["storage", "recorder", "refused", "lost", "company", "none"] as const;

export const healthReportSchema = z.strictObject({
  format: z.literal("tooltrail-health/1"),
  week: weekSchema,
  /** Of the package, in its parts. */
  version: z.array(z.int().min(0).max(99_999)).min(1).max(4),
  browser: z.enum(["chromium", "firefox"]),
  error: z.enum(healthErrors),
});
export type HealthReport = z.infer<typeof healthReportSchema>;

/** The newest one, in this browser only. */
export const queuedHealthSchema = z.strictObject({
  id: idSchema,
  report: healthReportSchema,
  /** As of a step report. */
  state: z.enum(["waiting", "sent", "rejected"]),
  madeAt: epochSchema,
  /** Its review window and its own random delay end. */
  readyAt: epochSchema,
  attempts: z.int().min(0),
  nextTryAt: epochSchema,
  sentAt: epochSchema.optional(),
});
export type QueuedHealth = z.infer<typeof queuedHealthSchema>;

/** What had been counted when the last one was made; it outlives erasing, so that no week has two. */
export const healthMarkSchema = z.strictObject({
  week: weekSchema,
  counted: z.partialRecord(droppedSchema, z.int().min(0)),
});
export type HealthMark = z.infer<typeof healthMarkSchema>;
