// One delivery of a shipment or of a step report, and what came of it.

import { innerPaths } from "../../schemas/erase.ts";
import type { HealthReport } from "../../schemas/health-report.ts";
import type { StepReport } from "../../schemas/step-report.ts";
import { canonicalBytes } from "../anonymize/canonical.ts";
import { now } from "../platform/clock.ts";
import type { Database } from "../store/database.ts";
import { type Carried, carry, type Way } from "./carry.ts";
import { gzip } from "./gzip.ts";
import { acknowledges, acknowledgesReport, type Outcome, outcomeOf } from "./outcome.ts";
import { readRetryAfter } from "./retry-after.ts";

export interface Delivery {
  outcome: Outcome;
  /** Milliseconds that the answer asks to wait, or null. */
  asked: number | null;
}

export interface Paid extends Way {
  /** None in the demonstration. */
  token: Uint8Array | undefined;
}

function judged(carried: Carried, isAcknowledged: (body: unknown) => boolean): Delivery {
  if (carried.is === "too-large") return { outcome: "too-large", asked: null };
  const asked = readRetryAfter(carried.retryAfter, now());
  if (carried.is === "unanswered") return { outcome: "retry", asked };
  return { outcome: outcomeOf(carried.status, carried.body, isAcknowledged), asked };
}

/** Sends the exact bytes, gzipped. Never throws: no answer is the outcome `retry`. */
export async function send(
  database: Database,
  { id, bytes }: { id: string; bytes: Uint8Array },
  { token, ...way }: Paid,
): Promise<Delivery> {
  const errand = { path: innerPaths.shipments, content: await gzip(bytes), token };
  return judged(await carry(database, errand, way), acknowledges(id));
}

/** The same for a step report or a health report, which is too small to be packed. */
export async function sendReport(
  database: Database,
  report: StepReport | HealthReport,
  { token, ...way }: Paid,
): Promise<Delivery> {
  const errand = { path: innerPaths.reports, content: canonicalBytes(report), token };
  return judged(await carry(database, errand, way), acknowledgesReport);
}
