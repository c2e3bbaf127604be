// What a sealed request asked for is done: a shipment, a report, an erasure or a dummy. Each answer goes back sealed.
import { coverAcknowledgementSchema } from "../schemas/erase.ts";
import type { Keeper } from "./keeper.ts";
import type { Metrics } from "./metrics.ts";
import { eraseAcknowledgement } from "./read-erase.ts";
import type { Wish } from "./reading/read-sealed.ts";
import { RefusalError, refusalOf, statusOf } from "./refusal.ts";
import { encodeAnswer } from "./sealing/binary-http.ts";

export interface InsideOptions {
  keeper: Keeper;
  metrics: Metrics;
  report: (line: string) => void;
}

/** Does what is wished, and says the answer; never throws. */
export type Inside = (wish: Wish) => Promise<Buffer>;

const json = { "content-type": "application/json" };
/** Long enough for somebody to free the disk, short enough to be tried the same day. */
const later = { ...json, "retry-after": "600" };
const coverAcknowledgement = coverAcknowledgementSchema.parse({
  format: "tooltrail-cover-acknowledgement/1",
});

/** A refusal of a reader's; `cause` has the name of what nobody thought of. */
function refusalBy({ error, name }: Extract<Wish, { is: "refused" }>): Error {
  if (error !== "unexpected") return new RefusalError(error);
  return Object.assign(new Error(error), { name: name ?? "Error" });
}

/** The things that can be asked for. */
export function insideOf({ keeper, metrics, report }: InsideOptions): Inside {
  async function answerTo(wish: Wish): Promise<object> {
    switch (wish.is) {
      case "shipment": {
        const acknowledgement = await keeper.keep(wish.arrival);
        metrics.count(acknowledgement.result);
        return acknowledgement;
      }
      case "report": {
        const acknowledgement = await keeper.keepReport(wish.arrival);
        metrics.count("reports");
        return acknowledgement;
      }
      case "erase":
        await keeper.erase(wish.mark);
        metrics.count("erasures");
        return eraseAcknowledgement;
      case "cover":
        return coverAcknowledgement;
      case "refused":
        throw refusalBy(wish);
    }
  }

  return async (wish) => {
    try {
      return encodeAnswer(200, json, Buffer.from(JSON.stringify(await answerTo(wish))));
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
