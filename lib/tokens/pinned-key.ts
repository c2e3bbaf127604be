// Which key tokens are fetched for. An issuer with a key for each person could recognise their tokens, so one key a
// week is the same for all: what the issuer shows, what the collector publishes and what came with the policy agree.
import type { IssuerDirectory, TokenKeys } from "../../schemas/tokens.ts";
import { modulusOf, tokenType } from "../../schemas/tokens.ts";

export type PinnedKey =
  | { ok: true; key: Uint8Array<ArrayBuffer> }
  /** `keys-differ` is shown to the person: somebody's key is not everybody's. */
  | { ok: false; reason: "no-key" | "keys-differ" };

export interface Told {
  directory: IssuerDirectory;
  published: TokenKeys;
  /** Keys that came with the policy or the build, by week; a week that is not in it is not pinned. */
  pinned?: Readonly<Record<string, string>>;
}

const plain = (key: string) => key.replaceAll("=", "").replaceAll("+", "-").replaceAll("/", "_");
const bytesOf = (key: string) =>
  Uint8Array.from(atob(key.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));

/** The week's key, if all who were asked name the same one and no other. */
export function pinnedKey(epoch: string, { directory, published, pinned = {} }: Told): PinnedKey {
  const ofWeek = published.keys.filter((one) => one.epoch === epoch);
  const [only, ...others] = ofWeek;
  if (!only) return { ok: false, reason: "no-key" };
  const known = new Set(published.keys.map(({ key }) => key));
  const shown = directory["token-keys"]
    .filter((one) => one["token-type"] === tokenType)
    .map((one) => plain(one["token-key"]));
  if (shown.length === 0) return { ok: false, reason: "no-key" };
  const agreed =
    others.length === 0 &&
    shown.includes(only.key) &&
    shown.every((key) => known.has(key)) &&
    (pinned[epoch] === undefined || pinned[epoch] === only.key);
  if (!agreed) return { ok: false, reason: "keys-differ" };
  const key = bytesOf(only.key);
  return modulusOf(key) ? { ok: true, key } : { ok: false, reason: "no-key" };
}
