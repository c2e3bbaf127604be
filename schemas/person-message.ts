// What the person's own pages may ask of the background: name, request, reply.
import { z } from "zod";
import { receiptSchema } from "./consent.ts";
import { deletionSchema } from "./deletion.ts";
import { epochSchema, idSchema } from "./id.ts";
import { emptySchema } from "./request.ts";
import { switchSchema } from "./step.ts";
import { catalogueTaskSchema, outcomeSchema } from "./task.ts";
import { describedToolSchema, patternSchema, toolNarrowingSchema } from "./tool.ts";

const done = z.strictObject({ ok: z.boolean() });
const step = z.int().min(0);

/** Why a tool was not added. */
export const notAddedSchema = z.enum(["not-granted", "policy-forbids", "too-wide", "not-listed"]);
const added = z.strictObject({
  ok: z.boolean(),
  tool: idSchema.optional(),
  why: notAddedSchema.optional(),
});

/** Sent by options and popup; the sender is an extension page. */
export const personMessages = {
  /** `tools`: those that the answer covers; left out, all that are listed. */
  "consent.agree": {
    request: z.strictObject({ kinds: z.array(switchSchema).min(1), tools: z.array(idSchema).optional() }),
    reply: receiptSchema,
  },
  "consent.decline": { request: emptySchema, reply: receiptSchema },
  "consent.later": { request: emptySchema, reply: receiptSchema },
  "consent.withdraw": { request: emptySchema, reply: receiptSchema },

  /** `minutes` null: until resumed. `tomorrow`: until the next midnight of the person's own clock. */
  "recording.pause": {
    request: z.union([
      z.strictObject({ minutes: z.int().min(1).max(10_080).nullable() }),
      z.strictObject({ until: z.literal("tomorrow") }),
    ]),
    reply: done,
  },
  /** Whether the state is shown in the tools' pages too, where each page can notice it. */
  "mark.show": { request: z.strictObject({ shown: z.boolean() }), reply: done },
  "recording.resume": { request: emptySchema, reply: done },

  /** The page has asked the browser for the permission before; the background checks that it was given. */
  "tool.add": {
    request: describedToolSchema.pick({
      alias: true,
      pattern: true,
      owner: true,
      reason: true,
      vocabulary: true,
    }),
    reply: added,
  },
  /** From the company's list: the background takes its words from the policy. The person's yes to it, as adding is. */
  "tool.take": { request: z.strictObject({ pattern: patternSchema }), reply: added },
  "tool.remove": { request: z.strictObject({ tool: idSchema }), reply: done },
  /** Replaces what is left out of a tool and which kinds are recorded there. */
  "tool.narrow": { request: toolNarrowingSchema.extend({ tool: idSchema }), reply: done },

  /** Ends the open trajectory, so that it can be reviewed and shipped. */
  "trajectory.close": { request: emptySchema, reply: done },

  /** Begins a task of a tool's catalogue: what comes is a trajectory of its own. */
  "task.start": { request: catalogueTaskSchema, reply: done },
  /** Not ok when none was under way; `trajectory` null when nothing was done in it. */
  "task.end": {
    request: z.strictObject({ outcome: outcomeSchema }),
    reply: z.strictObject({ ok: z.boolean(), trajectory: idSchema.nullable() }),
  },
  /** Says afterwards what a trajectory was; null: no task of the catalogue. `left`: too late for what leaves of it. */
  "task.say": {
    request: z.strictObject({
      trajectory: idSchema,
      task: catalogueTaskSchema.extend({ outcome: outcomeSchema }).nullable(),
    }),
    reply: z.strictObject({ ok: z.boolean(), left: z.boolean() }),
  },
  /** "Not how I usually work": steps `from` to `to`, both included, never leave. `left`: of these some have. */
  "stretch.mark": {
    request: z.strictObject({ trajectory: idSchema, from: step, to: step, unusual: z.boolean() }),
    reply: z.strictObject({ ok: z.boolean(), left: z.boolean() }),
  },

  /** Hides at once, deletes for good after ten seconds; until then `record.undo` brings it back. */
  "record.delete": {
    request: z.strictObject({ what: deletionSchema }),
    reply: z.strictObject({ tombstone: idSchema, until: epochSchema }),
  },
  /** Not ok when it is final. */
  "record.undo": { request: z.strictObject({ tombstone: idSchema }), reply: done },

  /** The same at once and for good; the pages that ask go over to `record.delete`. */
  "step.delete": { request: z.strictObject({ trajectory: idSchema, n: step }), reply: done },
  "trajectory.delete": { request: z.strictObject({ trajectory: idSchema }), reply: done },
  "tool.forget": { request: z.strictObject({ tool: idSchema }), reply: done },
  "minutes.forget": { request: z.strictObject({ minutes: z.int().min(1).max(1440) }), reply: done },
  "everything.erase": { request: emptySchema, reply: done },

  /** What left is to be erased at the collector: these shipments, or all. `asked`: how many of them now are. */
  "shipped.erase": {
    request: z.strictObject({ shipments: z.union([z.literal("all"), z.array(idSchema).min(1)]) }),
    reply: z.strictObject({ ok: z.boolean(), asked: z.int().min(0) }),
  },

  /** Asks the collector for its ledger; not ok when it cannot be had. */
  "ledger.read": { request: emptySchema, reply: done },

  "shipment.now": { request: z.strictObject({ shipment: idSchema }), reply: done },
  /** The hours that a shipment waits, never fewer than the company's; `hours` in the reply is what holds. */
  "review.hours": {
    request: z.strictObject({ hours: z.int().min(4).max(168) }),
    reply: z.strictObject({ hours: z.number() }),
  },
  /** Whether several people use this profile: then the answer is asked for again after thirty idle days. */
  "profile.shared": { request: z.strictObject({ shared: z.boolean() }), reply: done },
} as const;
