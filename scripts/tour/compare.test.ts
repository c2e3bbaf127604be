import { expect, test } from "vitest";
import type { Act } from "../../e2e/node-red-editor.ts";
import type { DatasetStep } from "../../schemas/dataset.ts";
import { actsOf, actWords, compare } from "./compare.ts";

const act = (kind: Act["kind"], role: string | null, name: string | null): Act => ({ kind, role, name });
const step = (kind: string, role: string | null, name: string | null) =>
  ({ kind, ...(role === null ? {} : { target: { role, name } }) }) as DatasetStep;

const steps = [
  step("navigate", null, null),
  step("click", "generic", null),
  step("click", "generic", null),
  step("typing", "textbox", "Name"),
  step("click", "link", "Deploy"),
];

test("each act is found once, in order, and what else there is is counted", () => {
  const acts = [act("navigate", null, null), act("click", "generic", null), act("click", "link", "Deploy")];
  const { found, others } = compare(acts, steps);
  expect(found.map(({ row }) => row)).toEqual([1, 2, 5]);
  expect(others).toBe(2);
});

test("an act that comes too early, or whose name another one has, is missing", () => {
  const acts = [act("click", "link", "Deploy"), act("typing", "textbox", "Name")];
  expect(compare(acts, steps).found.map(({ row }) => row)).toEqual([5, null]);
  expect(compare([act("click", "link", "Done")], steps).found[0]!.row).toBeNull();
});

test("a name that no vocabulary publishes is expected to be gone", () => {
  expect(compare([act("click", "generic", "orders of the day")], steps).found[0]!.row).toBe(2);
});

test("what says no name itself may be called something by its vocabulary", () => {
  const called = [step("click", "generic", "Node")];
  expect(compare([act("click", "generic", null)], called).found[0]!.row).toBe(1);
  expect(compare([act("click", "generic", "orders of the day")], called).found[0]!.row).toBeNull();
});

test("an act in words", () => {
  expect(actWords(act("typing", "textbox", "Name"))).toBe("typing, textbox Name");
  expect(actWords(act("navigate", null, null))).toBe("navigate");
});

test("an act leaves with its step, and one that was never stored is an error", () => {
  const stored = [
    { n: 0, kind: "navigate", role: null },
    { n: 1, kind: "click", role: "link" },
    { n: 2, kind: "click", role: "link" },
  ];
  const acts = [act("navigate", null, null), act("click", "link", "Deploy")];
  expect(actsOf(acts, stored, [1, 2])).toEqual([acts[1]]);
  expect(actsOf(acts, stored, [0, 2])).toEqual([acts[0]]);
  expect(() => actsOf([act("typing", "textbox", null)], stored, [])).toThrow("typing, textbox");
});
