// A shipment on its way: the exact bytes, and where they stand.
import { z } from "zod";
import { digestSchema, epochSchema, idSchema, weekSchema } from "./id.ts";

export const queueStateSchema = z.enum(["waiting", "shipped", "rejected"]);

export const queuedShipmentSchema = z.strictObject({
  id: idSchema,
  trajectory: idSchema,
  state: queueStateSchema,
  week: weekSchema,
  /** A packed shipment as canonical JSON in UTF-8: what the preview shows and what leaves, byte for byte. */
  bytes: z.instanceof(Uint8Array),
  /** Tool rows of the shipment's list of tools, in its order; to show aliases in the preview. */
  tools: z.array(idSchema),
  /** The steps here that its steps stand for, in its order; to show which of them leave. */
  numbers: z.array(z.int().min(0)).optional(),
  /** End of the review window; "ship now" sets it to now. */
  readyAt: epochSchema,
  attempts: z.int().min(0),
  nextTryAt: epochSchema,
  /** When its bytes were first given to the network: from then on they may lie at the collector. */
  sentAt: epochSchema.optional(),
  /** When the acknowledgement came. */
  shippedAt: epochSchema.optional(),
});
export type QueuedShipment = z.infer<typeof queuedShipmentSchema>;

/** Where the erasure of a shipment stands. Its key leaves at a random moment, alone, and until it is acknowledged. */
export const erasingSchema = z.strictObject({
  askedAt: epochSchema,
  attempts: z.int().min(0),
  nextTryAt: epochSchema,
  /** When the collector's acknowledgement came. */
  acknowledgedAt: epochSchema.optional(),
});
export type Erasing = z.infer<typeof erasingSchema>;

export const eraseKeySchema = z.strictObject({
  shipment: idSchema,
  week: weekSchema,
  key: digestSchema,
  /** Set when the local record was erased: the shipment had left, and the key is all that is known of it. */
  kept: z.boolean().optional(),
  /** Set when the person asked that the collector erases the shipment. */
  erasing: erasingSchema.optional(),
});
export type EraseKey = z.infer<typeof eraseKeySchema>;
