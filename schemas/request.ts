// What page scripts send. By itself, because a worker that is woken by a step needs no other message.
import { z } from "zod";
import { droppedSchema } from "./dropped.ts";
import { idSchema } from "./id.ts";
import { outlineNodesSchema } from "./outline.ts";

export const emptySchema = z.strictObject({});

/** `at` of a step on its way from the page is milliseconds since the epoch; the trajectory makes it relative. */
export const recordRequestSchema = z.strictObject({
  /** One per document, made at random by the page script. */
  frame: idSchema,
  /** Number of the first step below; a frame counts from 0. All unacknowledged steps are sent each time. */
  first: z.int().min(0),
  steps: z.array(z.unknown()).min(1).max(2000),
  /** What the page itself had to drop since its last message. */
  dropped: z.partialRecord(droppedSchema, z.int().min(1)),
});

/**
 * A page state that was finished: its nodes, or the hash that the background gave it when it came first. The page
 * never says what the hash of nodes is.
 */
export const outlinesRequestSchema = z.union([
  z.strictObject({ nodes: outlineNodesSchema }),
  z.strictObject({ again: idSchema }),
]);
export type OutlinesRequest = z.infer<typeof outlinesRequestSchema>;
export type RecordRequest = z.infer<typeof recordRequestSchema>;

/** By the name of the message. */
export const pageRequests = {
  "page.hello": emptySchema,
  "steps.record": recordRequestSchema,
  "outlines.keep": outlinesRequestSchema,
} as const;
