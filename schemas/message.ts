// Every message between page, person's pages and background: name, request, reply.
// A name without a handler does not compile (lib/messaging/receive.ts).
import { z } from "zod";
import { idSchema } from "./id.ts";
import { pageTablesSchema } from "./page-tables.ts";
import { personMessages } from "./person-message.ts";
import { pageRequests } from "./request.ts";
import { kindSchema, stepSchema } from "./step.ts";

/** What a page script needs to record: nothing of the person, nothing of other tools. */
export const pageConfigSchema = z.discriminatedUnion("record", [
  z.strictObject({ record: z.literal(false) }),
  z.strictObject({
    record: z.literal(true),
    tool: idSchema,
    kinds: z.array(kindSchema),
    outlines: z.boolean(),
    /** A regular expression for addresses: nothing is recorded where it fits. Left out: nowhere. */
    exclude: z.string().max(40_000).meta({ source: "person" }).optional(),
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

/** Sent by page scripts; the sender is a frame of an allow-listed tool. */
export const pageMessages = {
  "page.hello": { request: pageRequests["page.hello"], reply: pageConfigSchema },
  "steps.record": { request: pageRequests["steps.record"], reply: recordReplySchema },
  "outlines.keep": { request: pageRequests["outlines.keep"], reply: outlinesReplySchema },
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
export { personMessages, stepSchema };
