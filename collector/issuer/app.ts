// The issuer (RFC 9578): knows who asks, never what for. A function from Request to Response.
import { createHash } from "node:crypto";
import { Hono } from "hono";
import { epochAfter, epochOf, startOf } from "../../schemas/epoch.ts";
import {
  directoryPath,
  directoryType,
  tokenRequestLength,
  tokenRequestPath,
  tokenRequestType,
  tokenResponseType,
  tokenType,
} from "../../schemas/tokens.ts";
import { crossOrigin } from "../cross-origin.ts";
import { readBody } from "../read-body.ts";
import type { Attester } from "./attester.ts";
import type { Budget } from "./budget.ts";
import { type SigningKey, signingKeyOf } from "./sign.ts";

export interface IssuerOptions {
  /** The private keys as PEM, by week. */
  keys: ReadonlyMap<string, string>;
  attester: Attester;
  budget: Budget;
  now?: () => number;
  report: (line: string) => void;
}

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");
const lastOfId = (key: SigningKey) => createHash("sha256").update(key.encoded).digest().at(-1);
/** How long before its week a key is shown, so that clients can compare it in time. */
const ahead = 1;

/** All routes. A refusal has a status and no body: there is nothing to say that would not be about a person. */
export function createIssuer({ keys, attester, budget, now = Date.now, report }: IssuerOptions): Hono {
  const signing = new Map<string, SigningKey>();
  const keyOf = (epoch: string): SigningKey | undefined => {
    const pem = keys.get(epoch);
    if (pem !== undefined && !signing.has(epoch)) signing.set(epoch, signingKeyOf(pem));
    return signing.get(epoch);
  };
  const shown = (epoch: string) => {
    const key = keyOf(epoch);
    if (!key) return [];
    const from = startOf(epoch) / 1000;
    return [{ "token-type": tokenType, "token-key": base64url(key.encoded), "not-before": from }];
  };

  return new Hono()
    .use(crossOrigin("GET, POST", "content-type, authorization"))
    .get("/healthz", (context) => context.json({ ok: true }))
    .get(directoryPath, (context) => {
      const epoch = epochOf(now());
      const tokenKeys = [0, ahead].flatMap((more) => shown(epochAfter(epoch, more)));
      const directory = { "issuer-request-uri": tokenRequestPath, "token-keys": tokenKeys };
      return context.body(JSON.stringify(directory), 200, {
        "content-type": directoryType,
        "cache-control": "max-age=3600",
      });
    })
    .post(tokenRequestPath, async (context) => {
      const epoch = epochOf(now());
      budget.forgetBefore(epoch);
      if (context.req.header("content-type") !== tokenRequestType) return context.body(null, 415);
      const subject = await attester(context.req.header("authorization")).catch(() => undefined);
      if (subject === undefined) return context.body(null, 503, { "retry-after": "60" });
      if (subject === null) return context.body(null, 401, { "www-authenticate": "Bearer" });
      const body = await readBody(context.req.raw, tokenRequestLength);
      const key = keyOf(epoch);
      if (!key) return context.body(null, 503, { "retry-after": "3600" });
      if (body?.length !== tokenRequestLength) return context.body(null, 422);
      if (body[0] !== 0 || body[1] !== tokenType || body[2] !== lastOfId(key)) return context.body(null, 422);
      if (!budget.take(epoch, subject)) {
        const wait = Math.ceil((startOf(epochAfter(epoch, 1)) - now()) / 1000);
        return context.body(null, 429, { "retry-after": String(wait) });
      }
      const signature = key.sign(body.subarray(3));
      if (!signature) {
        budget.giveBack(epoch, subject);
        return context.body(null, 422);
      }
      return context.body(Uint8Array.from(signature), 200, { "content-type": tokenResponseType });
    })
    .notFound((context) => context.body(null, 404))
    .onError((cause, context) => {
      // The kind of error only: a message could name who asked.
      report(`A token request failed (${cause.name}).`);
      return context.body(null, 500);
    });
}
