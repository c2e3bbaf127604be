// Once a week, after consent, one health report is made; it waits like a step report.
import type { Dropped } from "../../schemas/dropped.ts";
import { type HealthReport, healthErrors, queuedHealthSchema } from "../../schemas/health-report.ts";
import { readDoorway } from "../consent/doorway.ts";
import { closed } from "../consent/gate.ts";
import { now, weekOf } from "../platform/clock.ts";
import { randomBelow, randomId } from "../platform/random.ts";
import { thisPackage } from "../platform/this-package.ts";
import { type Database, readSetting } from "../store/database.ts";
import { write } from "../store/writer.ts";
import { reportBudget } from "./due-reports.ts";
import { reviewWindow } from "./review-window.ts";
import { readServices } from "./services.ts";

type HealthError = HealthReport["error"];

/** What is no fault, such as a step outside the tools, is none here either. */
const classOf: Partial<Record<Dropped, HealthError>> = {
  "disk-full": "storage",
  "recorder-error": "recorder",
  "message-malformed": "recorder",
  "shipment-rejected": "refused",
  "shipment-too-large": "refused",
  "report-rejected": "refused",
  "step-gap": "lost",
  "page-buffer-full": "lost",
  "outline-lost": "lost",
  "outline-unknown": "lost",
  "stop-unanswered": "company",
  "stop-refused": "company",
  "list-refused": "company",
};

type Counts = Partial<Record<Dropped, number>>;

/** The worst class of which something was counted since; counters that were erased began anew. Pure. */
export function worstSince(counted: Counts, present: Counts): HealthError {
  const reasons = Object.keys(present) as Dropped[];
  const rose = reasons.filter((reason) => {
    const before = counted[reason] ?? 0;
    return present[reason]! > (present[reason]! < before ? 0 : before);
  });
  const classes = new Set(rose.map((reason) => classOf[reason]));
  return healthErrors.find((one) => classes.has(one)) ?? "none";
}

/** How long one may wait beside its review window, in milliseconds: four days, as a step report. */
const longestDelay = 4 * 24 * 3_600_000;

/**
 * Makes this week's, unless there was one, the person has not agreed or the company wants no reports. An older one that
 * did not leave is dropped.
 * The demonstration makes none: what is not sealed could be linked to who sent it. Cheap when nothing is due.
 */
export async function makeHealth(database: Database): Promise<void> {
  const mark = (await readSetting(database, "health-mark"))?.mark;
  if (mark?.week === weekOf(now())) return;
  const services = await readServices(database);
  if (services && services.issuer !== null) await makeWeeks(database);
}

const makeWeeks = (database: Database): Promise<void> =>
  write(database, async () => {
    const week = weekOf(now());
    // Asked again: another worker may have made it meanwhile.
    const mark = (await readSetting(database, "health-mark"))?.mark;
    if (mark?.week === week || closed(await readDoorway(database)) !== null) return;
    if ((await reportBudget(database)) === 0) return;
    const rows = await database.dropped.toArray();
    const counted: Counts = Object.fromEntries(rows.map(({ reason, count }) => [reason, count]));
    const health = queuedHealthSchema.parse({
      id: randomId(),
      report: {
        format: "tooltrail-health/1",
        week,
        ...thisPackage(),
        error: worstSince(mark?.counted ?? {}, counted),
      },
      state: "waiting",
      madeAt: now(),
      readyAt: now() + reviewWindow() + randomBelow(longestDelay),
      attempts: 0,
      nextTryAt: 0,
    });
    await database.settings.bulkPut([
      { key: "health", health },
      { key: "health-mark", mark: { week, counted } },
    ]);
  });
