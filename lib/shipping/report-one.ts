// One step report: like a shipment, but it has no name. Sent twice with two tokens it would count twice.
import type { QueuedStepReport } from "../../schemas/step-report.ts";
import { countDropped } from "../diagnostics/dropped.ts";
import { now } from "../platform/clock.ts";
import type { Database } from "../store/database.ts";
import { dropToken, tokenFor } from "../store/tokens.ts";
import { write } from "../store/writer.ts";
import type { Way } from "./carry.ts";
import { hold } from "./hold.ts";
import { mayLeave } from "./may-leave.ts";
import type { Outcome } from "./outcome.ts";
import { waitAfter } from "./retry-after.ts";
import { type Delivery, sendReport } from "./send.ts";

/** `not-sent`: it was taken back, may not leave any more, or there is no token for it. */
export async function reportOne(database: Database, id: string, way: Way): Promise<Outcome | "not-sent"> {
  const marked = await markSent(database, id);
  if (!marked) return "not-sent";
  const delivery = await sendReport(database, marked.row.report, { ...way, token: marked.token });
  await settle(database, id, { ...delivery, before: marked.before });
  return delivery.outcome;
}

interface Marked {
  row: QueuedStepReport;
  token: Uint8Array;
  /** An earlier try may have arrived. */
  before: boolean;
}

const markSent = (database: Database, id: string): Promise<Marked | null> =>
  write(database, async () => {
    const row = await database.stepReports.get(id);
    if (row?.state !== "waiting" || !(await mayLeave(database))) return null;
    const token = await tokenFor(database, id, "report");
    if (!token) return null;
    await database.stepReports.put({ ...row, sentAt: row.sentAt ?? now() });
    return { row, token, before: row.sentAt !== undefined };
  });

const settle = (
  database: Database,
  id: string,
  { outcome, asked, before }: Delivery & Pick<Marked, "before">,
): Promise<void> =>
  write(database, async () => {
    if (outcome !== "retry") await dropToken(database, id);
    const row = await database.stepReports.get(id);
    if (!row) return;
    if (outcome === "delivered") {
      await database.stepReports.put({ ...row, state: "sent" });
    } else if (outcome === "retry" || (outcome === "other-token" && !before)) {
      const [chance] = crypto.getRandomValues(new Uint32Array(1));
      const wait = waitAfter({ attempts: row.attempts, asked }, chance! / 2 ** 32);
      if (asked !== null) await hold(database, wait);
      const { sentAt, ...unsent } = row;
      // Refused for its token it did not arrive, and is as before.
      const kept = outcome === "retry" && sentAt !== undefined ? row : unsent;
      await database.stepReports.put({ ...kept, attempts: row.attempts + 1, nextTryAt: now() + wait });
    } else {
      await database.stepReports.put({ ...row, state: "rejected" });
      await countDropped(database, { "report-rejected": 1 });
    }
  });
