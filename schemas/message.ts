// Every message between page, person's pages and background: name, request, reply.
// A name without a handler does not compile (lib/messaging/receive.ts).
import { z } from "zod";
import { receiptSchema } from "./consent.ts";
import { idSchema } from "./id.ts";
import { pageTablesSchema } from "./page-tables.ts";
import { emptySchema, pageRequests } from "./request.ts";
import { kindSchema, stepSchema, switchSchema } from "./step.ts";
import { toolSchema } from "./tool.ts";

/** What a page script needs to record: nothing of the person, nothing of other tools. */
export const pageConfigSchema = z.discriminatedUnion("record", [
  z.strictObject({ record: z.literal(false) }),
  z.strictObject({
    record: z.literal(true),
    tool: idSchema,
    kinds: z.array(kindSchema),
    outlines: z.boolean(),
    /** The tab was opened from another one. */
    opened: z.literal(true).optional(),
    vocabulary: pageTablesSchema,
  }),
]);
export type PageConfig = z.infer<typeof pageConfigSchema>;

/** The hash that steps may cite, or null when the state is not kept. */
export const outlinesReplySchema = z.strictObject({ hash: idSchema.nullable() });
export type OutlinesReply = z.infer<typeof outlinesReplySchema>;

export const recordReplySchema = z.strictObject({
  /** Steps below this number are kept or refused for good: the page forgets them. */
  next: z.int().min(0),
  /** The page script ends itself. */
  stop: z.boolean(),
});
export type RecordReply = z.infer<typeof recordReplySchema>;

const done = z.strictObject({ ok: z.boolean() });

/** Sent by page scripts; the sender is a frame of an allow-listed tool. */
export const pageMessages = {
  "page.hello": { request: pageRequests["page.hello"], reply: pageConfigSchema },
  "steps.record": { request: pageRequests["steps.record"], reply: recordReplySchema },
  "outlines.keep": { request: pageRequests["outlines.keep"], reply: outlinesReplySchema },
} as const;

/** Sent by options and popup; the sender is an extension page. */
export const personMessages = {
  "consent.agree": { request: z.strictObject({ kinds: z.array(switchSchema).min(1) }), reply: receiptSchema },
  "consent.decline": { request: emptySchema, reply: receiptSchema },
  "consent.later": { request: emptySchema, reply: receiptSchema },
  "consent.withdraw": { request: emptySchema, reply: receiptSchema },
  /** `minutes` null: until resumed. */
  "recording.pause": {
    request: z.strictObject({ minutes: z.int().min(1).max(10_080).nullable() }),
    reply: done,
  },
  "recording.resume": { request: emptySchema, reply: done },
  /** The page has asked the browser for the permission before; the background checks that it was given. */
  "tool.add": {
    request: toolSchema.pick({ alias: true, pattern: true, owner: true, reason: true, vocabulary: true }),
    reply: z.strictObject({ ok: z.boolean(), tool: idSchema.optional() }),
  },
  "tool.remove": { request: z.strictObject({ tool: idSchema }), reply: done },
  /** Ends the open trajectory, so that it can be reviewed and shipped. */
  "trajectory.close": { request: emptySchema, reply: done },
  "step.delete": { request: z.strictObject({ trajectory: idSchema, n: z.int().min(0) }), reply: done },
  "trajectory.delete": { request: z.strictObject({ trajectory: idSchema }), reply: done },
  "tool.forget": { request: z.strictObject({ tool: idSchema }), reply: done },
  "minutes.forget": { request: z.strictObject({ minutes: z.int().min(1).max(1440) }), reply: done },
  "everything.erase": { request: emptySchema, reply: done },
  "shipment.now": { request: z.strictObject({ shipment: idSchema }), reply: done },
} as const;

/** Sent by the background to page scripts; `page.flush` is the name of a port, which a page ends when it has. */
export const pageCommandSchema = z.strictObject({
  name: z.enum(["page.stop", "page.configure", "page.flush"]),
});
export type PageCommand = z.infer<typeof pageCommandSchema>;

export const messages = { ...pageMessages, ...personMessages };
export type MessageName = keyof typeof messages;
export type PageMessageName = keyof typeof pageMessages;
export type PersonMessageName = keyof typeof personMessages;
export type RequestOf<N extends MessageName> = z.input<(typeof messages)[N]["request"]>;
export type ReplyOf<N extends MessageName> = z.output<(typeof messages)[N]["reply"]>;

export type { OutlinesRequest, RecordRequest } from "./request.ts";
export { stepSchema };
