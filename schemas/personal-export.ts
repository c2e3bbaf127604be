// The files of the personal export. Every line of a .jsonl file has one of these shapes.
import { z } from "zod";
import { receiptSchema } from "./consent.ts";
import { droppedSchema } from "./dropped.ts";
import { keptOutlineSchema } from "./outline.ts";
import { eraseKeySchema, queuedShipmentSchema } from "./queue.ts";
import { queuedStepReportSchema } from "./step-report.ts";
import { toolSchema } from "./tool.ts";
import { trajectorySchema } from "./trajectory.ts";
import { wireShipmentSchema } from "./wire.ts";

export const exportedShipmentSchema = queuedShipmentSchema
  .omit({ bytes: true })
  .extend({ shipment: wireShipmentSchema });

/** File name in the zip to the shape of one line (.jsonl) or of the file (.json). */
export const personalExportSchemas = {
  "trajectories.jsonl": trajectorySchema,
  "outlines.jsonl": keptOutlineSchema,
  "shipments.jsonl": exportedShipmentSchema,
  "step-reports.jsonl": queuedStepReportSchema,
  "consent.jsonl": receiptSchema,
  "tools.jsonl": toolSchema,
  "erase-keys.json": z.array(eraseKeySchema),
  "dropped.json": z.partialRecord(droppedSchema, z.int()),
} as const;
