// The collector's ledger of who opened what was collected: read when the person asks for it, and held against what was
// read before, so that a ledger that was cut back or written anew shows.
import { firstBroken, ledgerPath, ledgerSchema } from "../../schemas/ledger.ts";
import { now } from "../platform/clock.ts";
import { type Database, readSetting } from "../store/database.ts";
import { ask, jsonOf } from "./ask.ts";
import { readServices } from "./services.ts";

/** False when it cannot be had now; then what was read before stays. */
export async function readLedger(database: Database, signal = AbortSignal.timeout(20_000)): Promise<boolean> {
  const services = await readServices(database);
  if (!services) return false;
  const answer = await ask(`${services.collector}${ledgerPath}`, {}, signal);
  const parsed = ledgerSchema.safeParse(answer?.status === 200 ? jsonOf(answer.body) : undefined);
  if (!parsed.success) return false;
  const { entries } = parsed.data;
  const before = (await readSetting(database, "ledger"))?.seen ?? null;
  const broken = await firstBroken(entries, before ?? undefined);
  const last = entries.at(-1);
  // What does not follow is not taken as seen: it stays wrong until it is right again.
  const seen = broken === null && last ? { number: last.number, hash: last.hash } : before;
  await database.settings.put({ key: "ledger", readAt: now(), entries, broken, seen });
  return true;
}
