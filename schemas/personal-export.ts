// The files of the personal export. Every line of a .jsonl file has one of these shapes.
import { z } from "zod";
import { pauseSchema, profileSchema, receiptSchema } from "./consent.ts";
import { droppedSchema } from "./dropped.ts";
import { healthMarkSchema, queuedHealthSchema } from "./health-report.ts";
import { epochSchema } from "./id.ts";
import { keptOutlineSchema } from "./outline.ts";
import { keptPolicySchema } from "./policy.ts";
import { eraseKeySchema, queuedShipmentSchema } from "./queue.ts";
import { queuedStepReportSchema } from "./step-report.ts";
import { keptStopSchema } from "./stop.ts";
import { taskUnderWaySchema } from "./task.ts";
import { toolSchema } from "./tool.ts";
import { keptToolListSchema } from "./tool-list.ts";
import { trajectorySchema } from "./trajectory.ts";
import { wireShipmentSchema } from "./wire.ts";

export const exportedShipmentSchema = queuedShipmentSchema
  .omit({ bytes: true })
  .extend({ shipment: wireShipmentSchema });

/** What was never said or read is left out. */
export const exportedSettingsSchema = z.strictObject({
  pause: pauseSchema.optional(),
  profile: profileSchema.optional(),
  /** The company's policy, as it was read last. */
  policy: keptPolicySchema.optional(),
  /** The newest stop file of the company's store. */
  stop: keptStopSchema.optional(),
  /** The newest tool list of the company's store. */
  toolList: keptToolListSchema.optional(),
  /** Hours that the person wants to look at a shipment. */
  reviewHours: z.int().min(0).optional(),
  /** The person wants the state shown in the pages too. */
  mark: z.literal(true).optional(),
  task: taskUnderWaySchema.optional(),
  /** The newest health report, as it leaves or left. */
  health: queuedHealthSchema.optional(),
  healthMark: healthMarkSchema.optional(),
  /** Step reports were drawn of what closed before. */
  stepReportsUntil: epochSchema.optional(),
});
export type ExportedSettings = z.infer<typeof exportedSettingsSchema>;

/** File name in the zip to the shape of one line (.jsonl) or of the file (.json). */
export const personalExportSchemas = {
  "trajectories.jsonl": trajectorySchema,
  "outlines.jsonl": keptOutlineSchema,
  "shipments.jsonl": exportedShipmentSchema,
  "step-reports.jsonl": queuedStepReportSchema,
  "consent.jsonl": receiptSchema,
  "tools.jsonl": toolSchema,
  "settings.json": exportedSettingsSchema,
  "erase-keys.json": z.array(eraseKeySchema),
  "dropped.json": z.partialRecord(droppedSchema, z.int()),
} as const;
