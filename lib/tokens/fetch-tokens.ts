// One scheduled fetch: so many tokens, one request each, every token kept as soon as it is there.
import { type Mint, tokenRequestType, tokenResponseType } from "../../schemas/tokens.ts";
import { beginToken } from "./mint.ts";

export interface TokenFetch {
  mint: Mint;
  /** Address of the issuer's token requests. */
  address: string;
  /** What the attester asks for, such as a bearer token. */
  authorization: string;
  count: number;
  keep: (token: Uint8Array<ArrayBuffer>) => Promise<void>;
  signal: AbortSignal;
  fetch?: typeof globalThis.fetch;
}

/** Why a fetch ended: `spent` is this week's budget, `unknown-person` wants a new sign-on, the rest tries later. */
export type TokensFetched = {
  kept: number;
  end: "done" | "spent" | "unknown-person" | "retry" | "not-signed";
};

const nothing = () => null;

async function fetchOne({ mint, address, authorization, signal, fetch = globalThis.fetch }: TokenFetch) {
  const { request, finalize } = await beginToken(mint);
  const response = await fetch(address, {
    method: "POST",
    body: request,
    headers: { "content-type": tokenRequestType, authorization },
    credentials: "omit",
    redirect: "error",
    referrerPolicy: "no-referrer",
    cache: "no-store",
    signal: AbortSignal.any([signal, AbortSignal.timeout(20_000)]),
  }).catch(nothing);
  if (response?.status === 429) return "spent" as const;
  if (response?.status === 401) return "unknown-person" as const;
  if (!response?.ok || response.headers.get("content-type") !== tokenResponseType) return "retry" as const;
  const answer = await response.arrayBuffer().catch(nothing);
  if (!answer) return "retry" as const;
  return finalize(new Uint8Array(answer)).catch(() => "not-signed" as const);
}

/** Fetches and keeps. Whatever the network or the issuer does is an end with a name. */
export async function fetchTokens(options: TokenFetch): Promise<TokensFetched> {
  for (let kept = 0; kept < options.count; kept++) {
    const token = await fetchOne(options);
    if (typeof token === "string") return { kept, end: token };
    await options.keep(token);
  }
  return { kept: options.count, end: "done" };
}
