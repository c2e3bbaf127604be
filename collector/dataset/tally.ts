// The counts of a build: printed, and written to the data card. Of rows, never of people.
import type { DatasetTrajectory } from "../../schemas/dataset.ts";

export interface Tally {
  trajectories: number;
  steps: number;
  /** Steps by kind. */
  kinds: Record<string, number>;
  /** Steps that have a target. */
  targets: number;
  /** Of these, how many have a published name. */
  named: number;
  /** Indices that no given vocabulary holds; the row says null there. */
  unknown: number;
  /** Steps of tools whose vocabulary was not given, or that have none. */
  withoutVocabulary: number;
  /** Stored shipments that did not become a row. */
  rejected: number;
}

export const emptyTally = (): Tally => ({
  trajectories: 0,
  steps: 0,
  kinds: {},
  targets: 0,
  named: 0,
  unknown: 0,
  withoutVocabulary: 0,
  rejected: 0,
});

/** Counts one row. */
export function count(tally: Tally, { steps }: DatasetTrajectory): void {
  tally.trajectories += 1;
  tally.steps += steps.length;
  for (const { kind, target, tool } of steps) {
    tally.kinds[kind] = (tally.kinds[kind] ?? 0) + 1;
    if (target) tally.targets += 1;
    if (target && target.name !== null) tally.named += 1;
    if (tool === null) tally.withoutVocabulary += 1;
  }
}

/** The counts as lines for a person to read. */
export function tell(tally: Tally): string {
  const kinds = Object.entries(tally.kinds).map(([kind, n]) => `${kind} ${n}`);
  return [
    `trajectories: ${tally.trajectories}`,
    `steps: ${tally.steps}`,
    `steps by kind: ${kinds.join(", ") || "none"}`,
    `targets named: ${tally.named} of ${tally.targets}`,
    `steps without a vocabulary: ${tally.withoutVocabulary}`,
    `indices not in a vocabulary: ${tally.unknown}`,
    `shipments rejected: ${tally.rejected}`,
  ].join("\n");
}
