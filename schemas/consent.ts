// The consent receipt: what was answered, when, to which notice, for which kinds and tools.
import { z } from "zod";
import { epochSchema, idSchema } from "./id.ts";
import { switchSchema } from "./step-of-kind.ts";

export { noticeVersion } from "./notice-version.ts";

export const answerSchema = z.enum(["agreed", "declined", "later", "withdrawn"]);
export type Answer = z.infer<typeof answerSchema>;

export const receiptSchema = z.strictObject({
  id: idSchema,
  at: epochSchema,
  notice: z.int().min(1),
  answer: answerSchema,
  /** What was switched on. */
  kinds: z.array(switchSchema),
  /** The tools the answer covers. Adding or removing a tool writes a receipt of its own. */
  tools: z.array(idSchema),
});
export type Receipt = z.infer<typeof receiptSchema>;

/** `until` null: until the person resumes. */
export const pauseSchema = z.strictObject({ until: epochSchema.nullable() });
export type Pause = z.infer<typeof pauseSchema>;

/** A profile that several people use: after 30 idle days what was agreed to counts no more. */
export const profileSchema = z.strictObject({
  shared: z.boolean(),
  /** Answers up to this moment were another person's, perhaps. */
  lapsedAt: epochSchema.optional(),
});
export type Profile = z.infer<typeof profileSchema>;
