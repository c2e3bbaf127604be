// What becomes of a report that has no name after one delivery. Sent twice with two tokens it would count twice.
import type { QueuedStepReport } from "../../schemas/step-report.ts";
import { countDropped } from "../diagnostics/dropped.ts";
import { now } from "../platform/clock.ts";
import type { Database } from "../store/database.ts";
import { hold } from "./hold.ts";
import { waitAfter } from "./retry-after.ts";
import type { Delivery } from "./send.ts";

/** As much of a row as sending changes. */
export type Sendable = Pick<QueuedStepReport, "state" | "attempts" | "nextTryAt" | "sentAt">;

/** `before`: an earlier try may have arrived. */
export type Tried = Delivery & { before: boolean };

/** The row after it, for the caller to write in its transaction. */
export async function settled<Row extends Sendable>(
  database: Database,
  row: Row,
  { outcome, asked, before }: Tried,
): Promise<Row> {
  if (outcome === "delivered") return { ...row, state: "sent" };
  if (outcome === "retry" || (outcome === "other-token" && !before)) {
    const [chance] = crypto.getRandomValues(new Uint32Array(1));
    const wait = waitAfter({ attempts: row.attempts, asked }, chance! / 2 ** 32);
    if (asked !== null) await hold(database, wait);
    const next = { ...row, attempts: row.attempts + 1, nextTryAt: now() + wait };
    // Refused for its token it did not arrive, and is as before.
    if (outcome !== "retry") delete next.sentAt;
    return next;
  }
  await countDropped(database, { "report-rejected": 1 });
  return { ...row, state: "rejected" };
}
