// Fixed-form identifiers: the only strings on the wire that are not enums.
import { z } from "zod";

/** 16 random bytes as base64url (22 characters). */
export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{21}[AQgw]$/);
export type Id = z.infer<typeof idSchema>;

/** 32 bytes (a key or a SHA-256) as base64url (43 characters). */
export const digestSchema = z.string().regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/);

/** ISO 8601 week, for example 2026-W47. */
export const weekSchema = z.string().regex(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/);

/** A calendar day in the person's time zone, for example 2026-11-21. */
export const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Milliseconds since the Unix epoch. */
export const epochSchema = z.number().min(0).max(8.64e15);

/** Position of an entry in one list of a tool's vocabulary. Unsigned: one check less than a whole number from 0 up. */
export const indexSchema = z.uint32().max(65_535);
