// How many people are behind reports that nobody can count people by.
import type { StepReport } from "../../schemas/step-report.ts";

/** Nothing is said of fewer people than these (privacy model, section 4). */
export const fewestPeople = 20;

const stepInWeek = ({ week, tool, step }: StepReport): string =>
  JSON.stringify([week, tool.tool, tool.vocabulary, step.kind, step.route, step.name]);

/**
 * At least so many people: a person gives one report of one step in one week at most, so those that share step and
 * week are of different people. Of reports that share neither it cannot be told, and they count for nothing.
 */
export function leastPeople(reports: Iterable<StepReport>): number {
  const counts = new Map<string, number>();
  for (const report of reports) {
    const key = stepInWeek(report);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts.values().reduce((most, count) => Math.max(most, count), 0);
}
