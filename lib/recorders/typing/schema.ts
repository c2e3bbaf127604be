import { z } from "zod";
import { defineKind } from "../kind.ts";

export const keyClassSchema = z.enum([
  "text",
  "digit",
  "space",
  "delete",
  "enter",
  "move",
  "modifier",
  "other",
]);
export type KeyClass = z.infer<typeof keyClassSchema>;

/** Keys, an input method, or what the browser or the system put in. */
export const meansSchema = z.enum([
  "keys",
  "composition",
  "paste",
  "drop",
  "autofill",
  "spelling",
  "voice",
  "other",
]);
export type Means = z.infer<typeof meansSchema>;

const milliseconds = z.int().min(0).max(600_000);

/** Lower edges of the length buckets of a field's final value (privacy model, scheme T0). */
export const lengthEdges = [1, 5, 10, 20, 40, 80] as const;

/** Bucket 0 is an empty field, bucket 6 is 80 characters or more. */
export const lengthBucket = (length: number): number => lengthEdges.filter((edge) => length >= edge).length;

export const typing = defineKind({
  about: { title: "Typing rhythm" },
  stored: {
    /** Key class, dwell and flight in milliseconds; the flight of a burst's first key is 0. Local only. */
    keys: z.array(z.tuple([keyClassSchema, milliseconds, milliseconds])).max(4096),
    corrections: z.int().min(0).max(4096),
    /** How the text came, by the browser's `inputType`, never its data. Local only. */
    by: z.array(meansSchema).max(8),
    /** Length of the field's value when the burst ended, in UTF-16 code units. Local only. */
    length: z.int().min(0).max(10_000_000),
  },
  /** Null where only that the field was filled leaves: in long texts, and where the length is not known. */
  shipped: { length: z.int().min(0).max(lengthEdges.length).nullable() },
  ship: ({ length }: { length: number | null }) => ({
    length: length === null ? null : lengthBucket(length),
  }),
});
