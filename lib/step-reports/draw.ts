// Once a week is over its reports are drawn: one draw a week, whatever is deleted or erased afterwards.
import { type QueuedStepReport, queuedStepReportSchema } from "../../schemas/step-report.ts";
import type { TrajectoryHead } from "../../schemas/trajectory.ts";
import { now, weekOf, weekStart } from "../platform/clock.ts";
import { randomBelow, randomId } from "../platform/random.ts";
import { reviewWindow } from "../shipping/review-window.ts";
import type { Database } from "../store/database.ts";
import { readVisibleSteps } from "../store/visible.ts";
import { write } from "../store/writer.ts";
import { vocabularyOf } from "../vocabulary/of-tool.ts";
import { ask, beginChoice, type PublishedOf } from "./choose.ts";

/** After the review window each report waits for a time of its own, up to this long, in milliseconds. */
export const longestDelay = 4 * 24 * 3_600_000;

/**
 * Draws the reports of the weeks that are over and were not drawn yet. What is queued is a sender's to take; nothing
 * says which reports belong together. Steps that were deleted before, or marked as
 * not usual, are not asked about. Cheap when nothing is due.
 */
export async function drawStepReports(database: Database): Promise<void> {
  const until = weekStart(now());
  if ((await dueBefore(database, until)).length === 0) return;
  // Loaded before: a transaction does not wait for it.
  const publishedOf = await readPublished(database);
  await write(database, async () => {
    // Asked again: another worker may have drawn meanwhile.
    const due = await dueBefore(database, until);
    if (due.length === 0) return;
    const weeks = Map.groupBy(due, ({ closedAt }) => weekOf(closedAt!));
    const rows: QueuedStepReport[] = [];
    for (const [week, heads] of weeks)
      rows.push(...(await reportsOf(database, { week, heads, publishedOf })));
    await database.stepReports.bulkAdd(rows);
    await database.settings.put({ key: "step-reports", until });
  });
}

/** Closed trajectories of weeks that are over, since the last draw. */
async function dueBefore(database: Database, until: number): Promise<TrajectoryHead[]> {
  const mark = await database.settings.get("step-reports");
  const from = mark?.key === "step-reports" ? mark.until : 0;
  if (from >= until) return [];
  return database.trajectories.where("closedAt").between(from, until, true, false).toArray();
}

async function readPublished(database: Database): Promise<PublishedOf> {
  const tools = await database.tools.toArray();
  const published = new Map<string, ReturnType<PublishedOf>>();
  for (const { id, vocabulary } of tools) {
    const known = await vocabularyOf(vocabulary);
    if (known) published.set(id, { tool: known.tool, vocabulary: known.version });
  }
  return (row) => published.get(row) ?? { tool: null, vocabulary: null };
}

interface Week {
  week: string;
  heads: readonly TrajectoryHead[];
  publishedOf: PublishedOf;
}

async function reportsOf(
  database: Database,
  { week, heads, publishedOf }: Week,
): Promise<QueuedStepReport[]> {
  const first = await database.receipts
    .orderBy("at")
    .filter(({ answer }) => answer === "agreed")
    .first();
  const choice = beginChoice(publishedOf, randomBelow);
  for (const { id, openedAt } of heads) {
    // What is hidden may be gone in a moment, and what was not usual never leaves.
    const numbered = (await readVisibleSteps(database, id)).filter(({ unusual }) => !unusual);
    const steps = numbered.map(({ step }) => step);
    const shared = { steps, openedAt, trajectory: id, recordingSince: first?.at ?? openedAt };
    for (const [at, { n }] of numbered.entries()) choice.see({ ...shared, at, n });
  }
  return choice.taken().map((chosen) => {
    const { source } = chosen;
    return queuedStepReportSchema.parse({
      id: randomId(),
      ...ask(chosen, week, randomBelow),
      state: "waiting",
      row: source.steps[source.at]!.tool,
      trajectory: source.trajectory,
      n: source.n,
      madeAt: now(),
      readyAt: now() + reviewWindow() + randomBelow(longestDelay),
      attempts: 0,
      nextTryAt: 0,
    });
  });
}
