// What a person said a trajectory was, in words.

import type { Shipment } from "../../../../schemas/shipment.ts";
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

/** The task that a shipment says, in the same words; undefined where it says none, or one of another version. */
export function shippedTaskWords({ task, tools }: Pick<Shipment, "task" | "tools">): string | undefined {
  const of = task && tools[task.tool];
  const vocabulary = bundled().find(({ tool, version }) => tool === of?.tool && version === of.vocabulary);
  const found = task && vocabulary?.tasks[task.index];
  return task && found && t("task.was", found.sentence, outcomeWords(task.outcome));
}

/** "Task: Change a flow and deploy it, done"; undefined where none was said. */
export function taskWords({ task }: TrajectoryHead, tools: readonly Tool[]): string | undefined {
  const found = task && catalogueOf(tools, task.tool)?.vocabulary.tasks[task.index];
  if (!task || !found) return undefined;
  return task.outcome === undefined
    ? t("task.underWay", found.sentence)
    : t("task.was", found.sentence, outcomeWords(task.outcome));
}
