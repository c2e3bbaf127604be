// The result of a delivery, by name.
//
//   200 with the typed acknowledgement of this very thing   delivered
//   200 with anything else (a captive portal's page)        retry
//   401, and 409 for a token that is spent                  other-token: the same bytes with another one
//   410                                                     erased: its erase key came before it
//   400 409 422                                             rejected: kept, shown, not sent again
//   413                                                     too-large
//   everything else, no answer, timeout                     retry, after the time that was asked for
import { reportAcknowledgementSchema } from "../../schemas/erase.ts";
import { acknowledgementSchema, refusalSchema } from "../../schemas/shipment.ts";

export type Outcome = "delivered" | "retry" | "other-token" | "erased" | "rejected" | "too-large";

/** Judges an answer. `body` is the parsed JSON, or undefined when there was none. */
export function outcomeOf(
  status: number,
  body: unknown,
  isAcknowledged: (body: unknown) => boolean,
): Outcome {
  if (status === 200) return isAcknowledged(body) ? "delivered" : "retry";
  const error = refusalSchema.safeParse(body).data?.error;
  if (status === 401 || (status === 409 && error === "token-spent")) return "other-token";
  if (status === 410 && error === "erased") return "erased";
  if (status === 413) return "too-large";
  return status === 400 || status === 409 || status === 422 ? "rejected" : "retry";
}

/** The acknowledgement of the shipment of this id. */
export const acknowledges =
  (id: string) =>
  (body: unknown): boolean =>
    acknowledgementSchema.safeParse(body).data?.id === id;

export const acknowledgesReport = (body: unknown): boolean =>
  reportAcknowledgementSchema.safeParse(body).success;

const minute = 60_000;

/** Wait before the next try, in milliseconds: 30 s doubling to an hour, 50 to 100% of it by chance. */
export const backoff = (attempts: number, random: number): number =>
  Math.min(60 * minute, 0.5 * minute * 2 ** Math.min(attempts, 10)) * (0.5 + random / 2);
