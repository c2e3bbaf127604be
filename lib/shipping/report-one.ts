// One step report: like a shipment, but it has no name.
import type { QueuedStepReport } from "../../schemas/step-report.ts";
import { now } from "../platform/clock.ts";
import type { Database } from "../store/database.ts";
import { dropToken, tokenFor } from "../store/tokens.ts";
import { write } from "../store/writer.ts";
import type { Way } from "./carry.ts";
import { mayLeave } from "./may-leave.ts";
import type { Outcome } from "./outcome.ts";
import { sendReport } from "./send.ts";
import { settled, type Tried } from "./settle-report.ts";

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

const settle = (database: Database, id: string, tried: Tried): Promise<void> =>
  write(database, async () => {
    if (tried.outcome !== "retry") await dropToken(database, id);
    const row = await database.stepReports.get(id);
    if (row) await database.stepReports.put(await settled(database, row, tried));
  });
