import fc from "fast-check";
import { expect, test } from "vitest";
import type { Step } from "../../schemas/step.ts";
import { stepReportSchema } from "../../schemas/step-report.ts";
import { budget } from "../../schemas/step-report-mechanism.ts";
import { questionsOf } from "../../schemas/step-report-questions.ts";
import { ask, beginChoice, type Source } from "./choose.ts";

const published = { tool: "AAAAAAAAAAAAAAAAAAAAAA", vocabulary: 3 };
const publishedOf = (row: string) => (row === "none" ? { tool: null, vocabulary: null } : published);
const step = (name: number, more: Record<string, unknown> = {}): Step =>
  ({
    kind: "click",
    at: 0,
    tool: "t",
    frame: [],
    route: null,
    effect: "nothing",
    target: { role: "button", name, path: [], state: [] },
    ...more,
  }) as unknown as Step;
const sourcesOf = (steps: readonly Step[]): Source[] =>
  steps.map((_, at) => ({ steps, at, n: at, trajectory: "x", openedAt: 0, recordingSince: 0 }));
/** The platform's random is tested by itself, and takes its time. */
const anyBelow = (limit: number) => Math.floor(Math.random() * limit);
const chosenOf = (steps: readonly Step[]) => {
  const choice = beginChoice(publishedOf, anyBelow);
  for (const source of sourcesOf(steps)) choice.see(source);
  return choice.taken();
};

test("at most one of a step and twenty of a week, and nothing of a kind that stays here", () => {
  const anyStep = fc
    .tuple(
      fc.nat(40),
      fc.constantFrom("click", "navigate", "pointer", "typing"),
      fc.constantFrom("t", "u", "none"),
    )
    .map(([name, kind, tool]) => step(name, { kind, tool }));
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 200 }), (steps) => {
      const chosen = chosenOf(steps);
      const said = chosen.map(({ tool, step }) => JSON.stringify([tool, step]));
      expect(new Set(said).size).toBe(said.length);
      const leaving = steps.filter(({ kind }) => kind !== "pointer");
      // Rows `t` and `u` publish the same tool: to everybody else it is one.
      const places = new Set(
        leaving.map(({ kind, tool, target }) => JSON.stringify([kind, tool === "none", target?.name])),
      );
      expect(chosen).toHaveLength(Math.min(budget.reportsPerWeek, places.size));
      expect(chosen.some(({ step }) => (step.kind as string) === "pointer")).toBe(false);
    }),
  );
});

const draws = 6000;
/** How often each came; all within six standard deviations of the same. */
function evenly(counts: readonly number[], chance: number): void {
  for (const count of counts)
    expect(Math.abs(count - draws * chance)).toBeLessThan(6 * Math.sqrt(draws * chance * (1 - chance)));
}

test("each time a step was taken is as likely as the first", () => {
  const steps = Array.from({ length: 5 }, () => step(1));
  const counts = [0, 0, 0, 0, 0];
  for (let n = 0; n < draws; n++) counts[chosenOf(steps)[0]!.source.at]! += 1;
  evenly(counts, 1 / 5);
});

test("a step that was taken a hundred times is chosen as often as one that was taken once, in any place", () => {
  const often = Array.from({ length: 100 }, () => step(0));
  const steps = [...often, ...Array.from({ length: 29 }, (_, n) => step(n + 1))];
  const isChosen = Array.from({ length: 30 }, () => 0);
  const isFirst = Array.from({ length: 30 }, () => 0);
  for (let n = 0; n < draws; n++) {
    const names = chosenOf(steps).map(({ step: { name } }) => name!);
    for (const name of names) isChosen[name]! += 1;
    isFirst[names[0]!]! += 1;
  }
  evenly(isChosen, 20 / 30);
  evenly(isFirst, 1 / 30);
});

test("which question is asked does not hang on what the step has an answer to", () => {
  const without = step(1, { kind: "typing", keys: [], corrections: 0, by: ["paste"], length: 4 });
  const counts = new Map<string, number>();
  const [chosen] = chosenOf([without]);
  for (let n = 0; n < draws; n++) {
    const { report } = ask(chosen!, "2026-W47", anyBelow);
    expect(stepReportSchema.parse(report)).toEqual(report);
    counts.set(report.question, (counts.get(report.question) ?? 0) + 1);
  }
  const asked = questionsOf.typing;
  expect([...counts.keys()].toSorted()).toEqual([...asked].toSorted());
  evenly([...counts.values()], 1 / asked.length);
});
