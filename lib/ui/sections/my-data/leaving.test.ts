import { expect, test } from "vitest";
import type { Shipment } from "../../../../schemas/shipment.ts";
import { placesIn } from "./leaving.ts";

const shipment = (...kinds: string[]) =>
  ({ steps: kinds.map((kind) => ({ kind })) }) as Pick<Shipment, "steps">;

test("each step that leaves has its place by its number, whatever order the fields leave in", () => {
  expect([...placesIn({ numbers: [4, 2] }, shipment("click", "typing"))!]).toEqual([
    [4, 0],
    [2, 1],
  ]);
});

test("where the numbers were not kept, nothing is claimed of single steps", () => {
  expect(placesIn({}, shipment("click"))).toBeNull();
  expect(placesIn({ numbers: [1] }, shipment("click", "typing"))).toBeNull();
});
