// The steps that are stored, each by its place, so that a spec can tell the new ones.
import type { Person, StoredStep } from "./person.ts";

/** Every stored step by trajectory and number. */
export async function recorded(person: Person): Promise<Map<string, StoredStep>> {
  const open = await person.rows<{ trajectory: string; line: string }>("openSteps");
  const chunks = await person.rows<{ trajectory: string; lines: string }>("chunks");
  const lines = [
    ...open,
    ...chunks.flatMap(({ trajectory, lines }) => lines.split("\n").map((line) => ({ trajectory, line }))),
  ];
  return new Map(
    lines
      .filter(({ line }) => line !== "")
      .map(({ trajectory, line }) => {
        const { n, step } = JSON.parse(line) as { n: number; step: StoredStep };
        return [`${trajectory} ${String(n).padStart(5, "0")}`, step];
      }),
  );
}

/** The steps that were not there before, in their order. */
export async function recordedSince(person: Person, before: Map<string, StoredStep>): Promise<StoredStep[]> {
  const fresh = [...(await recorded(person))].filter(([place]) => !before.has(place));
  return fresh.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, step]) => step);
}

/** How often each kind comes. */
export function tally(steps: readonly StoredStep[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of steps) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** The last tags of a step's click path. */
export const tail = (step: StoredStep, length: number): unknown[] =>
  step.target?.path.slice(-length).map(({ tag }) => tag) ?? [];
