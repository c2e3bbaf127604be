import { expect, test } from "vitest";
import type { ShippedStep } from "../../schemas/shipped-step.ts";
import type { Step } from "../../schemas/step.ts";
import type { Stored, Upload } from "./ship.ts";
import { createUse, useful } from "./use.ts";

const selector = { by: "ordinal" as const, role: "textbox" as const, nth: 0, within: null };
const target = {
  role: "textbox" as const,
  name: null,
  path: [{ tag: "input" as const, nth: 0 }],
  selectors: [selector],
  state: [],
  terms: [],
};
const common = { route: 1, effect: "changed" as const, target };
const stored = (n: number): Stored["steps"][number] => ({
  n,
  step: {
    kind: "typing",
    at: n,
    tool: "A",
    frame: [],
    ...common,
    keys: [],
    corrections: 0,
    by: [],
    length: 12,
  } as unknown as Step,
});
const shipped = (more: Partial<Extract<ShippedStep, { kind: "typing" }>> = {}): ShippedStep => ({
  kind: "typing",
  tool: 0,
  ...common,
  length: 3,
  ...more,
});

function used(steps: ShippedStep[], numbers: number[]) {
  const use = createUse();
  const all: Stored = { openedAt: 0, steps: [stored(0), stored(1)], outlines: [], lastOutline: undefined };
  use.add(all, { shipment: { steps }, numbers } as unknown as Upload);
  return use.figures();
}
const holds = (figures: Record<string, number>) => useful(figures).map((bound) => bound.holds);

test("all that is held is kept by a shipment that says the same", () => {
  const figures = used([shipped(), { ...shipped(), route: 2 }], [0, 1]);
  expect(figures).toMatchObject({
    "elements-kept": 1,
    "order-kept": 1,
    "lengths-of-lines-kept": 1,
    "steps-shipped": 1,
  });
  expect(holds(figures)).toEqual([true, true, true]);
});

test("an element without a way to it, another order and another length do not hold", () => {
  const lost = shipped({ target: { ...target, selectors: [] }, length: 4 });
  const figures = used([lost, { ...shipped(), route: 2 }], [1, 0]);
  expect(figures).toMatchObject({ "elements-kept": 0.5, "order-kept": 0, "lengths-of-lines-kept": 0.5 });
  expect(holds(figures)).toEqual([false, false, false]);
});

test("order among the fields of a page is told, not held", () => {
  const figures = used([shipped(), shipped()], [1, 0]);
  expect(figures["order-kept-among-fields"]).toBe(0);
  expect(useful(figures).map(({ name }) => name)).not.toContain("order-kept-among-fields");
});

test("what nothing was counted of does not hold", () => {
  expect(holds(createUse().figures())).toEqual([false, false, false]);
});
