import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { measuredFile, readReid } from "./measured.ts";
import { readResults } from "./page.ts";

const root = join(import.meta.dirname, "../..");
const results = readResults(root);

test("what About shows as measured is what the results say", () => {
  expect(readFileSync(join(root, "lib/ui/measured.json"), "utf8")).toBe(
    measuredFile(results, readReid(root)),
  );
});

test("what was not measured is not there", () => {
  const { privacy, cost } = JSON.parse(
    measuredFile({ ...results, store: { ...results.store, figures: {} } }, undefined),
  );
  expect(privacy).toEqual({});
  expect(cost).not.toHaveProperty("step-bytes");
  expect(cost).toHaveProperty("injected-kb");
});

test("of the attack: both sides, and among how many people", () => {
  const reid = {
    figures: {
      "population-A-raw-rank1-20": 0.9,
      "population-A-shipped-rank1-20": 0.015,
      "cmu-raw-rank1-20": 1,
    },
    bounds: [{ name: "population A shipped, rank-1 at 20 (p 0.500)", most: 0.02 }],
  };
  expect(JSON.parse(measuredFile(results, reid)).privacy).toEqual({
    work: { people: 100, recorded: 0.9, shipped: 0.015 },
  });
});
