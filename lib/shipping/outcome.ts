// The result of a delivery, by name.
//
//   200 with the typed acknowledgement of this shipment   delivered
//   200 with anything else (a captive portal's page)      retry
//   400 409 422                                           rejected: kept, shown, not sent again
//   413                                                   rejected as too large
//   everything else, no answer, timeout                   retry
import { acknowledgementSchema } from "../../schemas/shipment.ts";

export type Outcome = "delivered" | "retry" | "rejected" | "too-large";

/** Judges an answer. `body` is the parsed JSON, or undefined when there was none. */
export function outcomeOf(status: number, body: unknown, id: string): Outcome {
  if (status === 200) {
    const acknowledgement = acknowledgementSchema.safeParse(body);
    return acknowledgement.success && acknowledgement.data.id === id ? "delivered" : "retry";
  }
  if (status === 413) return "too-large";
  return status === 400 || status === 409 || status === 422 ? "rejected" : "retry";
}

const minute = 60_000;

/** Wait before the next try, in milliseconds: 30 s doubling to an hour, 50 to 100% of it by chance. */
export const backoff = (attempts: number, random: number): number =>
  Math.min(60 * minute, 0.5 * minute * 2 ** Math.min(attempts, 10)) * (0.5 + random / 2);
