// The company's tool list as its store signs it: `tools.jws`, this object as a compact JWS (ES256) by the key that
// company.json names. So the list can change between releases, and nobody but the company changes it.
import { z } from "zod";
import { epochSchema } from "./id.ts";
import { listedToolSchema } from "./policy.ts";

const toolsSchema = z.array(listedToolSchema).max(200);

export const toolListSchema = z
  .strictObject({
    format: z.literal("tooltrail-tools/1"),
    tools: toolsSchema,
    /** When it was signed. An older one than the last that was followed is not followed. */
    at: epochSchema,
  })
  .refine(({ tools }) => new Set(tools.map(({ pattern }) => pattern)).size === tools.length, {
    path: ["tools"],
  });
export type ToolList = z.infer<typeof toolListSchema>;

/** What the browser keeps of the newest one that it followed. */
export const keptToolListSchema = z.strictObject({ tools: toolsSchema, at: epochSchema });
export type KeptToolList = z.infer<typeof keptToolListSchema>;
