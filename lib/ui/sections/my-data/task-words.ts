// What a person said a trajectory was, in words.

import type { Outcome } from "../../../../schemas/task.ts";
import type { Tool } from "../../../../schemas/tool.ts";
import type { TrajectoryHead } from "../../../../schemas/trajectory.ts";
import { keyed, t } from "../../../platform/words.ts";
import { bundled } from "../../../vocabulary/bundled.ts";

export const outcomeWords = (outcome: Outcome): string => t(`outcome.${keyed(outcome)}`);

/** The catalogue of a listed tool, if it has one. */
export const catalogueOf = (tools: readonly Tool[], id: string) => {
  const row = tools.find((tool) => tool.id === id);
  const vocabulary = bundled().find(({ tool }) => tool === row?.vocabulary);
  return vocabulary && vocabulary.tasks.length > 0 ? { tool: id, vocabulary } : undefined;
};

/** "Task: Change a flow and deploy it, done"; undefined where none was said. */
export function taskWords({ task }: TrajectoryHead, tools: readonly Tool[]): string | undefined {
  const found = task && catalogueOf(tools, task.tool)?.vocabulary.tasks[task.index];
  if (!task || !found) return undefined;
  return task.outcome === undefined
    ? t("task.underWay", found.sentence)
    : t("task.was", found.sentence, outcomeWords(task.outcome));
}
