// Step reports whose moment has come, within the week's budget.
import type { QueuedStepReport } from "../../schemas/step-report.ts";
import { readDoorway } from "../consent/doorway.ts";
import { now, weekStart } from "../platform/clock.ts";
import { narrow, widest } from "../policy/narrow.ts";
import { policyOf } from "../policy/state.ts";
import type { Database } from "../store/database.ts";
import { isOver } from "./retry-after.ts";

/** How many leave in a week at most: fewer where the company says so, none at nought. */
export async function reportBudget(database: Database): Promise<number> {
  const policy = policyOf((await readDoorway(database)).policy);
  const settings = { ...widest, tools: [], kinds: [], reviewHours: null };
  return narrow(settings, policy).budgets.reports;
}

/** What is asked of each step is drawn once a week; here it is only counted how many leave in one. */
export async function dueReports(database: Database): Promise<QueuedStepReport[]> {
  const budget = await reportBudget(database);
  const week = weekStart(now());
  const rows = await database.stepReports.toArray();
  const left = rows.filter(({ sentAt }) => sentAt !== undefined && sentAt >= week).length;
  return rows.filter(
    ({ state, readyAt, nextTryAt, attempts, sentAt }) =>
      state === "waiting" &&
      readyAt <= now() &&
      (nextTryAt <= now() || (attempts > 0 && isOver(nextTryAt, now()))) &&
      (left < budget || sentAt !== undefined),
  );
}
