// The stop file of the store: `stop.jws`, this object as a compact JWS (ES256) by the key that company.json names.
import { z } from "zod";
import { epochSchema } from "./id.ts";

export const stopSchema = z.strictObject({
  format: z.literal("tooltrail-stop/1"),
  stop: z.boolean(),
  /** When it was signed. An older one than the last that was followed is not followed. */
  at: epochSchema,
});
export type Stop = z.infer<typeof stopSchema>;
