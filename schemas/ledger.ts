// The ledger: who opened what was collected, why, and how much of it. Each entry holds the hash of the one before, so
// that none can be changed or taken out without it showing.
import { z } from "zod";
import { daySchema, digestSchema } from "./id.ts";

const nameSchema = z.string().trim().min(1).max(200).meta({ source: "published" });

export const openingSchema = z.strictObject({
  what: z.enum(["build", "report", "scan", "replay", "erase"]),
  /** Who did it, as they named themselves. */
  who: nameSchema,
  why: nameSchema,
  /** How many shipments; null for fewer than 20, which could point to somebody. */
  many: z.int().min(20).nullable(),
});
export type Opening = z.infer<typeof openingSchema>;

export const ledgerEntrySchema = openingSchema.extend({
  number: z.int().min(1),
  /** The day, in UTC; no time. */
  day: daySchema,
  /** Hash of the entry before, or zeros. */
  before: digestSchema,
  hash: digestSchema,
});
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

export const ledgerSchema = z.strictObject({
  format: z.literal("tooltrail-ledger/1"),
  entries: z.array(ledgerEntrySchema),
});
export type Ledger = z.infer<typeof ledgerSchema>;

export const ledgerPath = "/v1/ledger";

/** What stands before the first entry: 32 zero bytes. */
export const noEntry = "A".repeat(43);

/** How many, as the ledger tells it. */
export const toldMany = (many: number): number | null => (many < 20 ? null : many);

/** What an entry's hash is taken of, as UTF-8. */
export const hashedText = ({
  number,
  day,
  what,
  who,
  why,
  many,
  before,
}: Omit<LedgerEntry, "hash">): string =>
  JSON.stringify(["tooltrail-ledger/1", number, day, what, who, why, many, before]);

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

async function hashOf(entry: Omit<LedgerEntry, "hash">): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(hashedText(entry)));
  return base64url(new Uint8Array(digest));
}

/**
 * The number of the first entry that does not follow from those before it, or null when all do. `seen` is the last
 * entry that was looked at earlier: a ledger that was cut back or written anew no longer holds it.
 */
export async function firstBroken(
  entries: readonly LedgerEntry[],
  seen?: Pick<LedgerEntry, "number" | "hash">,
): Promise<number | null> {
  let before = noEntry;
  for (const [at, entry] of entries.entries()) {
    const follows =
      entry.number === at + 1 && entry.before === before && (await hashOf(entry)) === entry.hash;
    if (!follows) return at + 1;
    before = entry.hash;
  }
  return seen && entries[seen.number - 1]?.hash !== seen.hash ? seen.number : null;
}
