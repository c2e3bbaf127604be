// What a sealed request asks for: opened, paid for, inflated, parsed and sealed to the dataset key. All that costs a
// collector its processor time, and nothing that it keeps: the same in a thread of its own (threads.ts) and without.
import { innerPaths } from "../../schemas/erase.ts";
import type { Refusal } from "../../schemas/shipment.ts";
import { inflate } from "../inflate.ts";
import { readErase } from "../read-erase.ts";
import { RefusalError } from "../refusal.ts";
import { BinaryHttpError, decodeRequest, type InnerRequest } from "../sealing/binary-http.ts";
import { type AnswerKeys, openRequest, SealError } from "../sealing/gateway.ts";
import type { GatewayKeys } from "../sealing/gateway-keys.ts";
import type { Arrival, ReportArrival } from "../store.ts";
import type { Redeem } from "../tokens/redeem.ts";
import { markOfKey, type ReadArrival } from "./arrival.ts";

/** What is asked for. `name`: of an error that nobody thought of; its message could quote what was sent. */
export type Wish =
  | { is: "shipment"; arrival: Arrival }
  | { is: "report"; arrival: ReportArrival }
  | { is: "erase"; mark: string }
  | { is: "cover" }
  | { is: "refused"; error: Refusal["error"]; name?: string };

/** A wish and what its answer is sealed with; or that it did not open, and why. */
export type ReadSealed = { wish: Wish; answer: AnswerKeys } | { closed: SealError["reason"] };

/** Reads the body of a request. */
export type SealedReader = (sealed: Uint8Array, now: number) => ReadSealed;

export interface SealedReaderOptions {
  gateway: GatewayKeys;
  redeem: Redeem;
  read: ReadArrival;
}

function decode(message: Uint8Array): InnerRequest {
  try {
    return decodeRequest(message);
  } catch (cause) {
    if (cause instanceof BinaryHttpError) throw new RefusalError("not-http", cause);
    throw cause;
  }
}

/** A reader with these keys; never throws. */
export function sealedReader({ gateway, redeem, read }: SealedReaderOptions): SealedReader {
  // The token first: who has none costs the collector no more than looking at it.
  const paid = (authorization: string | undefined, now: number) => {
    const token = redeem(authorization, now);
    if (typeof token === "string") throw new RefusalError(token);
    return token;
  };
  const wishes: Record<string, (request: InnerRequest, now: number) => Wish> = {
    [innerPaths.shipments]: ({ authorization, content }, now) => {
      const token = paid(authorization, now);
      return { is: "shipment", arrival: read.shipment(inflate(content), now, token) };
    },
    [innerPaths.reports]: ({ authorization, content }, now) => {
      const token = paid(authorization, now);
      return { is: "report", arrival: read.report(content, now, token) };
    },
    [innerPaths.erase]: ({ content }) => ({ is: "erase", mark: markOfKey(readErase(content)) }),
    [innerPaths.cover]: () => ({ is: "cover" }),
  };
  const wishOf = (message: Uint8Array, now: number): Wish => {
    const request = decode(message);
    const wish = Object.hasOwn(wishes, request.path) ? wishes[request.path] : undefined;
    if (!wish) throw new RefusalError("not-found");
    if (request.method !== "POST") throw new RefusalError("method");
    return wish(request, now);
  };
  const refused = (cause: unknown): Wish =>
    cause instanceof RefusalError
      ? { is: "refused", error: cause.error }
      : { is: "refused", error: "unexpected", name: (cause as Error).name };

  return (sealed, now) => {
    try {
      const { message, answerKeys } = openRequest(sealed, gateway);
      const answer = answerKeys();
      try {
        return { wish: wishOf(message, now), answer };
      } catch (cause) {
        return { wish: refused(cause), answer };
      }
    } catch (cause) {
      if (cause instanceof SealError) return { closed: cause.reason };
      throw cause;
    }
  };
}
