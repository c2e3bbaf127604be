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

/** Why a fetch ended: `too-many` is this week's budget or a busy gateway, `unknown-person` wants a new sign-on. */
export type TokensFetched = {
  kept: number;
  end: "done" | "too-many" | "unknown-person" | "retry" | "not-signed";
  /** How long to wait, in the words of the answer that ended it. */
  retryAfter: string | null;
};

const nothing = () => null;
const ended = (end: TokensFetched["end"], response?: Response | null) => ({
  end,
  retryAfter: response?.headers.get("retry-after") ?? null,
});

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
  if (response?.status === 429) return ended("too-many", response);
  if (response?.status === 401) return ended("unknown-person");
  if (!response?.ok || response.headers.get("content-type") !== tokenResponseType)
    return ended("retry", response);
  const answer = await response.arrayBuffer().catch(nothing);
  if (!answer) return ended("retry");
  return finalize(new Uint8Array(answer)).catch(() => ended("not-signed"));
}

/** Fetches and keeps. Whatever the network or the issuer does is an end with a name. */
export async function fetchTokens(options: TokenFetch): Promise<TokensFetched> {
  for (let kept = 0; kept < options.count; kept++) {
    if (options.signal.aborted) return { kept, ...ended("retry") };
    const token = await fetchOne(options);
    if ("end" in token) return { kept, ...token };
    await options.keep(token);
  }
  return { kept: options.count, ...ended("done") };
}
