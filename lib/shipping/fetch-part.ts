// One fetch of tokens: the week's key is compared with all who name it, then so many requests, each token kept at once.
import { epochAfter, startOf } from "../../schemas/epoch.ts";
import type { TokenPin, TokenPlan, TokenSlot } from "../../schemas/kept-tokens.ts";
import {
  directoryPath,
  directorySchema,
  type Mint,
  tokenKeysPath,
  tokenKeysSchema,
} from "../../schemas/tokens.ts";
import { now } from "../platform/clock.ts";
import { randomId } from "../platform/random.ts";
import { type Database, readSetting } from "../store/database.ts";
import { write } from "../store/writer.ts";
import { pinnedKey } from "../tokens/pinned-key.ts";
import { ask, jsonOf } from "./ask.ts";
import type { Way } from "./carry.ts";
import { readRetryAfter } from "./retry-after.ts";

export type PartEnd = "done" | "spent" | "unknown-person" | "retry" | "keys-differ";

export interface Part {
  end: PartEnd;
  /** Milliseconds that the issuer asks to wait, or null. */
  asked: number | null;
}

interface Minting {
  mint: Mint;
  address: string;
}

/** Fetches what is left of the plan's fetch. Whatever happens is an end with a name. */
export async function fetchPart(database: Database, plan: TokenPlan, way: Way): Promise<Part> {
  const found = await agreeOnKey(database, plan.epoch, way);
  if (typeof found === "string") return { end: found, asked: null };
  const { fetchTokens } = await import("../tokens/fetch-tokens.ts");
  const { end, retryAfter } = await fetchTokens({
    ...found,
    authorization: `Bearer ${way.services.bearer}`,
    count: plan.left,
    keep: (token) => keepToken(database, { plan, signal: way.signal }, token),
    signal: way.signal,
  });
  const asked = readRetryAfter(retryAfter, now());
  if (end === "not-signed") return { end: "keys-differ", asked };
  if (end !== "too-many") return { end, asked };
  return { end: isUntilNextWeek(retryAfter, plan.epoch) ? "spent" : "retry", asked };
}

/** The issuer says so of a budget that is used up; a gateway that is busy says less, or nothing. */
function isUntilNextWeek(retryAfter: string | null, epoch: string): boolean {
  const clocksDiffer = 10 * 60_000;
  return Number(retryAfter ?? 0) * 1000 >= startOf(epochAfter(epoch, 1)) - now() - clocksDiffer;
}

/** The token and what is left to fetch, in one transaction: a fetch that is cut off goes on where it was. */
const keepToken = (
  database: Database,
  { plan: { epoch }, signal }: { plan: TokenPlan; signal: AbortSignal },
  token: Uint8Array,
): Promise<void> =>
  write(database, async () => {
    // Withdrawn while the answer was on its way: what was erased does not come back.
    if (signal.aborted) return;
    const kept = await readSetting(database, "token-plan");
    if (kept?.plan.epoch !== epoch) return;
    const left = Math.max(0, kept.plan.left - 1);
    await database.tokens.add({ id: randomId(), epoch, slot: slotOf(kept.plan), token });
    await database.settings.put({ key: "token-plan", plan: { ...kept.plan, left } });
  });

/** By its place in the week: of five tokens two are for step reports, 20 of 50. */
function slotOf({ fetches, until, left }: TokenPlan): TokenSlot {
  const begun = fetches.filter(({ at }) => at <= until);
  const place = begun.reduce((sum, { count }) => sum + count, 0) - left;
  return place % 5 === 1 || place % 5 === 3 ? "report" : "shipment";
}

/** What the issuer shows, what the collector publishes and what was seen first of the week are one key. */
async function agreeOnKey(
  database: Database,
  epoch: string,
  { services: { issuer, collector }, signal }: Way,
): Promise<Minting | "retry" | "keys-differ"> {
  const shown = await ask(`${issuer}${directoryPath}`, {}, signal);
  const told = await ask(`${collector}${tokenKeysPath}`, {}, signal);
  const directory = directorySchema.safeParse(shown?.status === 200 ? jsonOf(shown.body) : null).data;
  const published = tokenKeysSchema.safeParse(told?.status === 200 ? jsonOf(told.body) : null).data;
  if (!directory || !published) return "retry";
  const pins = (await readSetting(database, "token-pins"))?.pins ?? {};
  const before = pins[epoch];
  const key = pinnedKey(epoch, { directory, published, ...(before && { pinned: { [epoch]: before.key } }) });
  if (!key.ok) return key.reason === "no-key" ? "retry" : "keys-differ";
  const names = { issuer: published.issuer, origin: published.origin };
  // The names stand in every token's challenge: names for one person would mark their tokens as well as a key.
  if (before && (before.issuer !== names.issuer || before.origin !== names.origin)) return "keys-differ";
  const address = URL.parse(directory["issuer-request-uri"], `${issuer}`);
  if (address?.origin !== issuer) return "keys-differ";
  const only = published.keys.find((one) => one.epoch === epoch)!;
  await pin(database, epoch, { key: only.key, ...names });
  return { mint: { key: key.key, ...names }, address: address.href };
}

/** The newest few are enough: tokens of a week are fetched in it. */
const pin = (database: Database, epoch: string, seen: TokenPin): Promise<void> =>
  write(database, async () => {
    const pins = (await readSetting(database, "token-pins"))?.pins ?? {};
    const all = Object.entries({ ...pins, [epoch]: pins[epoch] ?? seen }).sort(([a], [b]) =>
      a < b ? 1 : -1,
    );
    await database.settings.put({ key: "token-pins", pins: Object.fromEntries(all.slice(0, 4)) });
  });
