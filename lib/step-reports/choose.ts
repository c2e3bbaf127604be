// Which steps of a week are reported on: at random, so that what was chosen says nothing of how often or when.
import type { StepReport } from "../../schemas/step-report.ts";
import { budget } from "../../schemas/step-report-mechanism.ts";
import { isReportedKind, type QuestionName, questionsOf } from "../../schemas/step-report-questions.ts";
import { stepOf } from "./in-trajectory.ts";
import { type Below, randomize } from "./randomize.ts";
import { type Asked, trueAnswer } from "./true-answer.ts";

/** A step's trajectory and number, to take back what was said of a step that is deleted. */
export interface Source extends Asked {
  trajectory: string;
  n: number;
}

export interface Chosen {
  source: Source;
  tool: StepReport["tool"];
  step: StepReport["step"];
}

/** A published tool by the id of its row. */
export type PublishedOf = (row: string) => StepReport["tool"];

/** What a report says of a step, or null for a kind that nobody is asked about. */
export function reportedStep(source: Source): StepReport["step"] | null {
  const { kind, route, target } = stepOf(source);
  return isReportedKind(kind) ? { kind, route, name: target?.name ?? null } : null;
}

/** What a week's steps are chosen with, one after the other: only what is chosen so far is held. */
export interface Choice {
  see(source: Source): void;
  taken(): Chosen[];
}

/**
 * At most one of every step, by what the report says of it, and no more than the week's budget: each time a step was
 * taken is as likely as any other, each step that was taken is as likely as any other, and their order is random.
 */
export function beginChoice(publishedOf: PublishedOf, below: Below): Choice {
  const found = new Map<string, { seen: number; chosen: Chosen }>();
  return {
    see(source) {
      const step = reportedStep(source);
      if (!step) return;
      const tool = publishedOf(stepOf(source).tool);
      const key = JSON.stringify([tool.tool, tool.vocabulary, step.kind, step.route, step.name]);
      const before = found.get(key);
      const seen = (before?.seen ?? 0) + 1;
      // The n-th takes the place with a chance of 1 in n: in the end all had the same.
      const chosen = below(seen) === 0 || !before ? { source, tool, step } : before.chosen;
      found.set(key, { seen, chosen });
    },
    taken() {
      const all = [...found.values()].map(({ chosen }) => chosen);
      const count = Math.min(budget.reportsPerWeek, all.length);
      for (let n = 0; n < count; n++) {
        const other = n + below(all.length - n);
        [all[n], all[other]] = [all[other]!, all[n]!];
      }
      return all.slice(0, count);
    },
  };
}

/** One question of those that are asked of its kind, its true answer, and what is sent instead. */
export function ask({ source, tool, step }: Chosen, week: string, below: Below) {
  const asked: readonly QuestionName[] = questionsOf[step.kind];
  const question = asked[below(asked.length)]!;
  const truth = trueAnswer(question, source, below);
  const report: StepReport = {
    format: "tooltrail-report/1",
    week,
    tool,
    step,
    question,
    answer: randomize(question, truth, below),
  };
  return { report, truth };
}
