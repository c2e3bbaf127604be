// The health report on its way: as a step report.
import type { QueuedHealth } from "../../schemas/health-report.ts";
import { now } from "../platform/clock.ts";
import { type Database, readSetting } from "../store/database.ts";
import { dropToken, tokenFor } from "../store/tokens.ts";
import { write } from "../store/writer.ts";
import type { Way } from "./carry.ts";
import { reportBudget } from "./due-reports.ts";
import { mayLeave } from "./may-leave.ts";
import type { Outcome } from "./outcome.ts";
import { isOver } from "./retry-after.ts";
import { sendReport } from "./send.ts";
import { settled, type Tried } from "./settle-report.ts";

/** The one whose moment has come, or undefined. */
export async function dueHealth(database: Database): Promise<QueuedHealth | undefined> {
  const health = (await readSetting(database, "health"))?.health;
  if (health?.state !== "waiting" || health.readyAt > now()) return undefined;
  // One made before the company said that it wants none stays.
  if ((await reportBudget(database)) === 0) return undefined;
  const { nextTryAt, attempts } = health;
  return nextTryAt <= now() || (attempts > 0 && isOver(nextTryAt, now())) ? health : undefined;
}

/** `not-sent`: it was erased, may not leave any more, or there is no token for it. */
export async function healthOne(database: Database, id: string, way: Way): Promise<Outcome | "not-sent"> {
  const marked = await markSent(database, id);
  if (!marked) return "not-sent";
  const delivery = await sendReport(database, marked.health.report, { ...way, token: marked.token });
  await settle(database, id, { ...delivery, before: marked.before });
  return delivery.outcome;
}

const markSent = (database: Database, id: string) =>
  write(database, async () => {
    const health = await dueHealth(database);
    if (health?.id !== id || !(await mayLeave(database))) return null;
    const token = await tokenFor(database, id, "report");
    if (!token) return null;
    await database.settings.put({ key: "health", health: { ...health, sentAt: health.sentAt ?? now() } });
    return { health, token, before: health.sentAt !== undefined };
  });

const settle = (database: Database, id: string, tried: Tried): Promise<void> =>
  write(database, async () => {
    if (tried.outcome !== "retry") await dropToken(database, id);
    const health = (await readSetting(database, "health"))?.health;
    if (health?.id !== id) return;
    await database.settings.put({ key: "health", health: await settled(database, health, tried) });
  });
