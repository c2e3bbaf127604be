// The stop file of the store: `stop.jws`, this object as a compact JWS (ES256) by the key that company.json names.
import { z } from "zod";
import { epochSchema } from "./id.ts";

export const stopSchema = z.strictObject({
  format: z.literal("tooltrail-stop/1"),
  stop: z.boolean(),
  /** When it was signed. An older one than the last that was followed is not followed. */
  at: epochSchema,
  /** After it, it lifts no stop. A stop has no end but the company's word. */
  until: epochSchema,
});
export type Stop = z.infer<typeof stopSchema>;

/** What the browser keeps of the newest one that it followed. */
export const keptStopSchema = z.strictObject({
  stop: z.boolean(),
  at: epochSchema,
  /** When it was followed here. */
  since: epochSchema,
});
export type KeptStop = z.infer<typeof keptStopSchema>;
