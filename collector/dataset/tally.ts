// The counts of a build: printed, and written to the data card. Of rows, never of people.
import type { DatasetTrajectory } from "../../schemas/dataset.ts";

export interface Tally {
  trajectories: number;
  steps: number;
  /** Steps by kind. */
  kinds: Record<string, number>;
  /** Trajectories that say their task, by outcome. */
  tasks: Record<string, number>;
  /** Of these, how many by the steps themselves and not by a person's word. */
  shown: number;
  /** Steps that have a target. */
  targets: number;
  /** Of these, how many have a published name. */
  named: number;
  /** Indices that no given vocabulary holds; the row says null there. */
  unknown: number;
  /** Steps of tools whose vocabulary was not given, or that have none. */
  withoutVocabulary: number;
  /** Page states, each once a tool. */
  outlines: number;
  /** Steps that cite one. */
  outlined: number;
  /** Of these, how many have the node acted on in it. */
  placed: number;
  /** Outlines whose hash is not that of their nodes; they are left out. */
  untrue: number;
  /** Steps that no Mind2Web record has a place for; null when none were asked for. */
  notMind2Web: number | null;
  /** Stored shipments that did not become a row. */
  rejected: number;
}

export const emptyTally = (): Tally => ({
  trajectories: 0,
  steps: 0,
  kinds: {},
  tasks: {},
  shown: 0,
  targets: 0,
  named: 0,
  unknown: 0,
  withoutVocabulary: 0,
  outlines: 0,
  outlined: 0,
  placed: 0,
  untrue: 0,
  notMind2Web: null,
  rejected: 0,
});

/** Counts one row. */
export function count(tally: Tally, { steps, task }: DatasetTrajectory): void {
  tally.trajectories += 1;
  if (task) tally.tasks[task.outcome] = (tally.tasks[task.outcome] ?? 0) + 1;
  if (task?.judgedBy === "condition") tally.shown += 1;
  tally.steps += steps.length;
  for (const { kind, target, tool, outline } of steps) {
    tally.kinds[kind] = (tally.kinds[kind] ?? 0) + 1;
    if (target) tally.targets += 1;
    if (target && target.name !== null) tally.named += 1;
    if (outline) tally.outlined += 1;
    if (outline && outline.node !== null) tally.placed += 1;
    if (tool === null) tally.withoutVocabulary += 1;
  }
}

/** The counts as lines for a person to read. */
export function tell(tally: Tally): string {
  const list = (counts: Record<string, number>): string =>
    Object.entries(counts)
      .map(([name, n]) => `${name} ${n}`)
      .join(", ") || "none";
  return [
    `trajectories: ${tally.trajectories}`,
    `steps: ${tally.steps}`,
    `steps by kind: ${list(tally.kinds)}`,
    `tasks by outcome: ${list(tally.tasks)}; ${tally.shown} of them shown by their steps`,
    `targets named: ${tally.named} of ${tally.targets}`,
    `steps without a vocabulary: ${tally.withoutVocabulary}`,
    `indices not in a vocabulary: ${tally.unknown}`,
    `shipments rejected: ${tally.rejected}`,
    `outlines: ${tally.outlines}, cited by ${tally.outlined} steps, ${tally.placed} of them with their node`,
    `outlines left out for a wrong hash: ${tally.untrue}`,
    ...(tally.notMind2Web === null ? [] : [`steps without a place in Mind2Web: ${tally.notMind2Web}`]),
  ].join("\n");
}
