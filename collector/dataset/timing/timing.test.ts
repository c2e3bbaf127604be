import { describe, expect, test } from "vitest";
import type { DatasetStep } from "../../../schemas/dataset.ts";
import type { TimingModel } from "../../../schemas/dataset-timing.ts";
import type { Shipment } from "../../../schemas/shipment.ts";
import type { StepReport } from "../../../schemas/step-report.ts";
import { tableFor } from "../../../schemas/step-report-mechanism.ts";
import { edgesOf, type QuestionName } from "../../../schemas/step-report-questions.ts";
import { drawTiming } from "./draw.ts";
import { fitTiming } from "./fit.ts";
import { type PlaceOf, placesIn } from "./places.ts";
import { fewestAnswers } from "./pools.ts";
import { seeded } from "./seeded.ts";

const tool = { tool: "AAAAAAAAAAAAAAAAAAAAAA", vocabulary: 2 };
const next = seeded(1, "answers");
/** An answer as the client's noise makes it. */
function noised(question: QuestionName, truth: number): number {
  const { weights, total } = tableFor(question);
  let left = next() * total;
  return weights[truth]!.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
}
/** So many people who all say the same of one step, in one week. */
const people = (
  count: number,
  said: { kind?: "click" | "typing"; name: number; question: QuestionName; truth: number; week?: string },
): StepReport[] =>
  Array.from({ length: count }, () => ({
    format: "tooltrail-report/1",
    week: said.week ?? "2026-W47",
    tool,
    step: { kind: said.kind ?? "click", route: 0, name: said.name },
    question: said.question,
    answer: noised(said.question, said.truth),
  }));
const placeOf: PlaceOf = ({ step }) => ({
  role: step.kind === "typing" ? "textbox" : step.name === 0 ? "button" : "link",
  length: step.kind === "typing" ? 3 : undefined,
});
const poolsOf = ({ pools }: TimingModel) => pools.map(({ measure, of, few }) => ({ measure, of, few }));

describe("the model", () => {
  test("has a pool of its own only for 3,000 answers, and says what stands in for the others", () => {
    const model = fitTiming(
      [
        ...people(fewestAnswers, { name: 0, question: "duration", truth: 4 }),
        ...people(fewestAnswers - 1, { name: 1, question: "duration", truth: 8 }),
      ],
      placeOf,
    );
    expect(poolsOf(model)).toEqual([
      { measure: "duration", of: {}, few: false },
      { measure: "duration", of: { kind: "click" }, few: false },
      { measure: "duration", of: { kind: "click", role: "button" }, few: false },
    ]);
    expect(model.widened).toEqual([{ measure: "duration", to: ["kind"], pools: 1 }]);
    const [wide, , narrow] = model.pools;
    expect(wide!.answers).toBe(2 * fewestAnswers - 1);
    const most = (pool: typeof wide) => pool!.shares.map(({ share }) => share);
    expect(most(narrow).indexOf(Math.max(...most(narrow)))).toBe(4);
    expect(Math.abs(wide!.below![5]!.share - 0.5)).toBeLessThan(0.1);
  });

  test("has but the widest pool where there are few answers, and says that they are few", () => {
    const model = fitTiming(people(500, { name: 0, question: "first-act", truth: 4 }), placeOf);
    expect(poolsOf(model)).toEqual([{ measure: "first-act", of: {}, few: true }]);
    expect(model.unsaid).toEqual([]);
  });

  test("says nothing of fewer than twenty people, however many answers they gave", () => {
    const nineteen = Array.from({ length: 200 }, (_, n) =>
      people(19, { name: n, question: "duration", truth: 3 }),
    ).flat();
    expect(nineteen.length).toBeGreaterThan(fewestAnswers);
    const model = fitTiming(nineteen, placeOf);
    expect(model.pools).toEqual([]);
    expect(model.unsaid).toEqual(["duration"]);
    const twenty = [...nineteen, ...people(20, { name: 300, question: "duration", truth: 3 })];
    // Those of the button among them are still too few: the pool of all roles has twenty.
    expect(fitTiming(twenty, placeOf).pools.every(({ of }) => of.role !== "button")).toBe(true);
    expect(fitTiming(twenty, placeOf).pools.length).toBeGreaterThan(0);
  });

  test("takes key classes together where one alone has too few answers", () => {
    const reports = (["flight-text", "flight-space"] as const).flatMap((question) =>
      people(2000, { kind: "typing", name: 5, question, truth: 5 }),
    );
    const model = fitTiming(reports, placeOf);
    expect(poolsOf(model)).toEqual([
      { measure: "flight", of: {}, few: false },
      { measure: "flight", of: { kind: "typing" }, few: false },
    ]);
  });
});

test("a place is told by what was shipped of that step, most of the time", () => {
  const step = (role: string, length: number) => ({
    kind: "typing",
    tool: 0,
    route: 1,
    target: { role, name: 4 },
    length,
  });
  const shipment = {
    tools: [tool],
    steps: [step("textbox", 2), step("searchbox", 2), step("textbox", 5)],
  } as unknown as Shipment;
  const find = placesIn([shipment]);
  expect(find({ tool, step: { kind: "typing", route: 1, name: 4 } })).toEqual({ role: "textbox", length: 2 });
  expect(find({ tool, step: { kind: "typing", route: 2, name: 4 } })).toEqual({
    role: undefined,
    length: undefined,
  });
});

describe("drawn timing", () => {
  const id = "TAAAAAAAAAAAAAAAAAAAAA";
  const step = (kind: string, more: object = {}) =>
    ({ kind, tool: null, route: null, effect: "nothing", measures: {}, ...more }) as unknown as DatasetStep;
  const model = fitTiming(
    [
      ...people(4000, { name: 0, question: "duration", truth: 6 }),
      ...people(4000, { name: 0, question: "pointer", truth: 1 }),
      ...people(4000, { kind: "typing", name: 5, question: "flight-text", truth: 5 }),
      ...people(4000, { kind: "typing", name: 5, question: "dwell-text", truth: 4 }),
    ],
    placeOf,
  );
  const button = step("click", { target: { role: "button" } });
  const field = step("typing", { target: { role: "textbox" }, measures: { length: 3 } });

  test("is the same for the same seed and trajectory, and another for another", () => {
    const steps = [button, field, button];
    expect(drawTiming({ id, steps }, model, 7)).toEqual(drawTiming({ id, steps }, model, 7));
    expect(drawTiming({ id, steps }, model, 8)).not.toEqual(drawTiming({ id, steps }, model, 7));
    expect(drawTiming({ id: `U${id.slice(1)}`, steps }, model, 7).steps).not.toEqual(
      drawTiming({ id, steps }, model, 7).steps,
    );
  });

  test("marks every value as the population's, and adds up", () => {
    const { steps } = drawTiming({ id, steps: [button, field, button] }, model, 1);
    const marked = JSON.stringify(steps).match(/"(ms|dwell|way)"/g)!.length;
    expect(JSON.stringify(steps).match(/"timing":"population"/g)).toHaveLength(marked);
    const [one, two, three] = steps;
    expect(one!.at!.ms).toBe(0);
    expect(two!.at!.ms).toBe(one!.duration!.ms);
    expect(three!.at!.ms).toBe(two!.at!.ms + two!.duration!.ms);
    expect(two!.keys!.length).toBeGreaterThanOrEqual(10);
    expect(two!.keys!.length).toBeLessThan(20);
    expect(two!.duration!.ms).toBeGreaterThanOrEqual(two!.keys!.reduce((sum, { flight }) => sum + flight, 0));
    expect(one!.pointer?.way ?? "none").not.toBe("direct");
  });

  test("follows the population: most drawn times lie where most people's do", () => {
    const { steps } = drawTiming({ id, steps: Array.from({ length: 500 }, () => button) }, model, 3);
    const [low, high] = [edgesOf("duration")[5]!, edgesOf("duration")[6]!];
    const inside = steps.filter(({ duration }) => duration!.ms >= low && duration!.ms < high);
    const share = model.pools.find(({ of, measure }) => measure === "duration" && of.role === "button")!
      .shares[6]!;
    expect(Math.abs(inside.length / 500 - share.share)).toBeLessThan(0.1);
    expect(share.share).toBeGreaterThan(0.7);
  });

  test("a step on another page comes later by the time that a new page waits for its first act", () => {
    const first: TimingModel["pools"][number] = {
      ...{ measure: "first-act", question: "first-act", of: {}, answers: 4000, few: false },
      edges: edgesOf("first-act"),
      // All in the bucket between the two last edges.
      shares: Array.from({ length: 13 }, (_, n) => ({ share: n === 10 ? 1 : 0, low: 0, high: 1 })),
    };
    const waits = (next: DatasetStep, pools: TimingModel["pools"]) =>
      drawTiming({ id, steps: [button, next] }, { ...model, pools }, 1).steps[0]!.duration!.ms;
    const elsewhere = step("click", { target: { role: "button" }, route: "/a" });
    const [usual, known] = [model.pools, [...model.pools, first]];
    expect(waits(button, known)).toBe(waits(button, usual));
    expect(waits(elsewhere, usual)).toBe(waits(button, usual));
    expect(waits(elsewhere, known) - waits(button, usual)).toBeGreaterThan(edgesOf("first-act")[9]! - 1);
  });

  test("is nothing where the model says nothing", () => {
    const { steps } = drawTiming({ id, steps: [button, button] }, { ...model, pools: [] }, 1);
    expect(steps[0]).toEqual({ at: { timing: "population", ms: 0 }, duration: null });
    expect(steps[1]!.at).toBeNull();
  });
});
