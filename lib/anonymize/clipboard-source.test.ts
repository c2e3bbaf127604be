import { expect, test } from "vitest";
import type { Step } from "../../schemas/step.ts";
import { anonymize } from "./index.ts";

const id = "AAAAAAAAAAAAAAAAAAAAAA";
const envelope = { id, week: "2026-W47", eraseTag: "A".repeat(43), notice: 1 };
const common = { tool: id, frame: [], route: null, effect: "nothing" as const, at: 0 };
const clip = (act: "copied" | "pasted", from: number | "outside" | null): Step => ({
  ...common,
  kind: "clipboard",
  act,
  from,
});
const pointer = { ...common, kind: "pointer", path: [] } as unknown as Step;
const shipped = (steps: [number, Step][]) =>
  anonymize(
    steps.map(([n, step]) => ({ n, step })),
    envelope,
    () => ({ tool: null, vocabulary: null }),
  ).shipment.steps;

test("a paste's source is a position in the shipment: numbers that are missing and kinds that stay do not count", () => {
  const out = shipped([
    [2, pointer],
    [4, clip("copied", null)],
    [5, pointer],
    [9, clip("pasted", 4)],
  ]);
  expect(out).toMatchObject([
    { act: "copied", from: null },
    { act: "pasted", from: 0 },
  ]);
  expect(JSON.stringify(out)).not.toContain('"n"');
});

test("a source that is not in the shipment is outside", () => {
  const out = shipped([
    [3, pointer],
    [9, clip("pasted", 4)],
    [10, clip("pasted", 3)],
    [11, clip("pasted", "outside")],
  ]);
  expect(out.map((step) => "from" in step && step.from)).toEqual(["outside", "outside", "outside"]);
});
