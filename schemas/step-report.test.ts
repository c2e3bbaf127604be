import fc from "fast-check";
import { expect, test } from "vitest";
import { type StepReport, stepReportSchema } from "./step-report.ts";
import {
  budget,
  likely,
  outputCount,
  squareWave,
  tableFor,
  tableOf,
  unlikely,
} from "./step-report-mechanism.ts";
import {
  answerCount,
  edgesOf,
  isTime,
  questionNames,
  questionsOf,
  reportedKindNames,
} from "./step-report-questions.ts";

const report = (more: Partial<Record<keyof StepReport, unknown>> = {}) => ({
  format: "tooltrail-report/1",
  week: "2026-W47",
  tool: { tool: null, vocabulary: null },
  step: { kind: "click", route: null, name: 3 },
  question: "duration",
  answer: 0,
  ...more,
});
const passes = (more: Parameters<typeof report>[0]) => stepReportSchema.safeParse(report(more)).success;

test.each(questionNames)("no output to %s tells any two truths apart by more than e^epsilon", (question) => {
  const { weights, total } = tableFor(question);
  expect(weights).toHaveLength(answerCount(question));
  // Whole numbers of one sum: the ratio of two chances is that of two weights, to the last digit.
  for (const row of weights) {
    expect(row.every((weight) => Number.isInteger(weight) && weight > 0)).toBe(true);
    expect(row.reduce((sum, weight) => sum + weight, 0)).toBe(total);
  }
  expect(total).toBeLessThan(2 ** 32);
  weights[0]!.forEach((_, output) => {
    const column = weights.map((row) => row[output]!);
    expect(Math.max(...column) / Math.min(...column)).toBeLessThanOrEqual(Math.exp(budget.epsilon));
  });
});

test("the whole budget is used: a likely output is e times as likely, to a millionth", () => {
  expect(likely / unlikely).toBeGreaterThan(Math.exp(budget.epsilon) - 2e-6);
  expect(budget).toEqual({ epsilon: 1, reportsPerWeek: 20, reportsPerStepAndWeek: 1 });
});

test("rows of different sums are no table", () => {
  expect(() =>
    tableOf([
      [1, 2],
      [2, 2],
    ]),
  ).toThrow("different sums");
  expect(() => squareWave(12, 5)).not.toThrow();
});

test("every output of every question passes for the kinds that are asked it, and for no other", () => {
  for (const kind of reportedKindNames)
    for (const question of questionNames) {
      const step = { kind, route: 1, name: null };
      const isAsked = questionsOf[kind].includes(question);
      for (let answer = 0; answer < outputCount(question); answer++)
        expect(passes({ step, question, answer })).toBe(isAsked);
      expect(passes({ step, question, answer: outputCount(question) })).toBe(false);
    }
});

test("a report says nothing besides", () => {
  expect(passes({})).toBe(true);
  for (const more of [{ id: "A" }, { at: 5 }, { shipment: null }, { truth: 1 }])
    expect(passes(more as object)).toBe(false);
  expect(passes({ step: { kind: "click", route: null, name: 3, path: [] } })).toBe(false);
  expect(passes({ step: { kind: "pointer", route: null, name: null } })).toBe(false);
  expect(passes({ tool: { tool: null, vocabulary: null, alias: "x" } })).toBe(false);
  expect(passes({ answer: 0.5 })).toBe(false);
  expect(passes({ answer: -1 })).toBe(false);
});

test("the edges of times rise", () => {
  fc.assert(
    fc.property(fc.constantFrom(...questionNames.filter(isTime)), fc.nat(9), (question, n) => {
      const edges = edgesOf(question);
      expect(edges).toHaveLength(11);
      expect(edges[n + 1]!).toBeGreaterThan(edges[n]!);
    }),
  );
});
