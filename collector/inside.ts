// What a sealed request asks for, once it is open: a shipment, an erasure or a dummy. Each answer goes back sealed.
import { coverAcknowledgementSchema, innerPaths } from "../schemas/erase.ts";
import { inflate } from "./inflate.ts";
import type { Keeper } from "./keeper.ts";
import type { Metrics } from "./metrics.ts";
import { eraseAcknowledgement, readErase } from "./read-erase.ts";
import { RefusalError, refusalOf, statusOf } from "./refusal.ts";
import { BinaryHttpError, decodeRequest, encodeAnswer, type InnerRequest } from "./sealing/binary-http.ts";
import type { Redeem } from "./tokens/redeem.ts";

export interface InsideOptions {
  keeper: Keeper;
  redeem: Redeem;
  metrics: Metrics;
  now?: () => number;
  report: (line: string) => void;
}

/** Answers an opened message; never throws. */
export type Inside = (message: Uint8Array) => Promise<Buffer>;

const json = { "content-type": "application/json" };
/** Long enough for somebody to free the disk, short enough to be tried the same day. */
const later = { ...json, "retry-after": "600" };

function decode(message: Uint8Array): InnerRequest {
  try {
    return decodeRequest(message);
  } catch (cause) {
    if (cause instanceof BinaryHttpError) throw new RefusalError("not-http", cause);
    throw cause;
  }
}

/** The three things that can be asked for. */
export function insideOf({ keeper, redeem, metrics, now = Date.now, report }: InsideOptions): Inside {
  async function keep({ authorization, content }: InnerRequest) {
    // The token first: who has none costs the collector no more than looking at it.
    const token = redeem(authorization, now());
    if (typeof token === "string") throw new RefusalError(token);
    const acknowledgement = await keeper.keep(inflate(content), token);
    metrics.count(acknowledgement.result);
    return acknowledgement;
  }

  async function keepReport({ authorization, content }: InnerRequest) {
    const token = redeem(authorization, now());
    if (typeof token === "string") throw new RefusalError(token);
    const acknowledgement = await keeper.keepReport(content, token);
    metrics.count("reports");
    return acknowledgement;
  }

  async function erase({ content }: InnerRequest) {
    await keeper.erase(readErase(content));
    metrics.count("erasures");
    return eraseAcknowledgement;
  }

  const answers: Record<string, (request: InnerRequest) => Promise<object>> = {
    [innerPaths.shipments]: keep,
    [innerPaths.reports]: keepReport,
    [innerPaths.erase]: erase,
    [innerPaths.cover]: async () =>
      coverAcknowledgementSchema.parse({ format: "tooltrail-cover-acknowledgement/1" }),
  };

  const answerTo = (message: Uint8Array): Promise<object> => {
    const request = decode(message);
    const answer = Object.hasOwn(answers, request.path) ? answers[request.path] : undefined;
    if (!answer) throw new RefusalError("not-found");
    if (request.method !== "POST") throw new RefusalError("method");
    return answer(request);
  };

  return async (message) => {
    try {
      return encodeAnswer(200, json, Buffer.from(JSON.stringify(await answerTo(message))));
    } catch (cause) {
      const error = cause instanceof RefusalError ? cause.error : "unexpected";
      metrics.count(error);
      if (error === "unexpected") {
        report(`A sealed request failed (${(cause as Error).name}); nothing of it was kept.`);
      }
      const headers = statusOf[error] >= 500 ? later : json;
      return encodeAnswer(statusOf[error], headers, Buffer.from(JSON.stringify(refusalOf(error))));
    }
  };
}
