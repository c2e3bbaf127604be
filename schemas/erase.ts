// Erasing what was shipped, and the dummies of `cover`: requests that say nothing about who sends them.
import { z } from "zod";
import { digestSchema } from "./id.ts";

/** The erase key of one shipment; the answer is the same whether or not the collector knew it. */
export const eraseRequestSchema = z.strictObject({
  format: z.literal("tooltrail-erase/1"),
  key: digestSchema,
});
export type EraseRequest = z.infer<typeof eraseRequestSchema>;

export const eraseAcknowledgementSchema = z.strictObject({
  format: z.literal("tooltrail-erase-acknowledgement/1"),
});
export type EraseAcknowledgement = z.infer<typeof eraseAcknowledgementSchema>;

/** The answer to a step report, which has no name. */
export const reportAcknowledgementSchema = z.strictObject({
  format: z.literal("tooltrail-report-acknowledgement/1"),
  result: z.enum(["stored", "repeated"]),
});
export type ReportAcknowledgement = z.infer<typeof reportAcknowledgementSchema>;

/** The answer to a dummy: it was opened and thrown away. */
export const coverAcknowledgementSchema = z.strictObject({
  format: z.literal("tooltrail-cover-acknowledgement/1"),
});
export type CoverAcknowledgement = z.infer<typeof coverAcknowledgementSchema>;

/** Where sealed requests are for, inside. */
export const innerPaths = {
  shipments: "/v1/shipments",
  reports: "/v1/reports",
  erase: "/v1/erase",
  cover: "/v1/cover",
} as const;
