import { expect, test } from "vitest";
import type { Shipment } from "../../../../schemas/shipment.ts";
import type { NumberedStep } from "../../../../schemas/trajectory.ts";
import { placesIn } from "./leaving.ts";

const stored = (...kinds: (string | [string])[]): NumberedStep[] =>
  kinds.map((kind, n) => {
    const marked = typeof kind !== "string";
    return { n, step: { kind: marked ? kind[0] : kind }, ...(marked && { unusual: true }) } as NumberedStep;
  });
const shipment = (...kinds: string[]) =>
  ({ steps: kinds.map((kind) => ({ kind })) }) as Pick<Shipment, "steps">;

test("each step has its place; a kind that stays has none", () => {
  const places = placesIn(shipment("click", "typing"), stored("click", "pointer", "typing"));
  expect([...places!]).toEqual([
    [0, 0],
    [2, 1],
  ]);
});

test("what was marked before it left is not in it, what was marked after is", () => {
  const steps = stored("click", ["click"], "typing");
  expect([...placesIn(shipment("click", "typing"), steps)!.keys()]).toEqual([0, 2]);
  expect([...placesIn(shipment("click", "click", "typing"), steps)!.keys()]).toEqual([0, 1, 2]);
});

test("deleted here after it had left: nothing is claimed of single steps", () => {
  expect(placesIn(shipment("click", "typing", "click"), stored("click", "click"))).toBeNull();
  expect(placesIn(shipment("click", "typing"), stored("typing", "click"))).toBeNull();
});
