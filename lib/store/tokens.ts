// Tokens at hand. One that was shown for a thing pays for that thing alone: shown for two, it would be refused.
import { epochAfter, epochOf } from "../../schemas/epoch.ts";
import type { KeptToken, TokenSlot } from "../../schemas/kept-tokens.ts";
import { now } from "../platform/clock.ts";
import type { Database } from "./database.ts";

/** The collector takes a token in its own week and the next. */
const isGood = ({ epoch }: KeptToken, present: string): boolean =>
  epoch <= present && epoch >= epochAfter(present, -1);

/**
 * The token that pays for an item, bound to it from now on; null where there is none. For a caller that is in a
 * transaction. What a past week's reports did not use pays for shipments.
 */
export async function tokenFor(
  database: Database,
  item: string,
  slot: TokenSlot,
): Promise<Uint8Array | null> {
  const present = epochOf(now());
  const bound = await database.tokens.where({ item }).first();
  // A report has no name but its token's: with another one it could be stored twice.
  if (bound && (slot === "report" || isGood(bound, present))) return bound.token;
  if (bound) await database.tokens.delete(bound.id);
  const free = (await database.tokens.toArray()).filter(
    (one) =>
      one.item === undefined &&
      isGood(one, present) &&
      (one.slot === slot || (slot === "shipment" && one.epoch < present)),
  );
  const oldest = free.sort((a, b) => (a.epoch < b.epoch ? -1 : a.epoch > b.epoch ? 1 : 0))[0];
  if (!oldest) return null;
  await database.tokens.put({ ...oldest, item });
  return oldest.token;
}

/** Whether one could be had. */
export async function hasToken(database: Database, item: string, slot: TokenSlot): Promise<boolean> {
  const present = epochOf(now());
  const rows = await database.tokens.toArray();
  return rows.some((one) =>
    one.item === undefined
      ? isGood(one, present) && (one.slot === slot || (slot === "shipment" && one.epoch < present))
      : one.item === item && (slot === "report" || isGood(one, present)),
  );
}

/** The item's token is spent, or was refused. In the caller's transaction. */
export const dropToken = (database: Database, item: string): Promise<number> =>
  database.tokens.where({ item }).delete();

/** Deletes what the collector takes no more; what was shown for something is kept as long as that may still be here. */
export async function dropOldTokens(database: Database): Promise<void> {
  const present = epochOf(now());
  const [free, bound] = [epochAfter(present, -1), epochAfter(present, -6)];
  const over = database.tokens.filter(({ epoch, item }) => epoch < (item === undefined ? free : bound));
  await database.tokens.bulkDelete(await over.primaryKeys());
}
