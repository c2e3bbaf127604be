import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { attackFigures, withAttacks } from "./attacks.ts";
import { readReid } from "./measured.ts";

const root = join(import.meta.dirname, "../..");

test("what the README says of the attack is what its results say", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  expect(withAttacks(readme, readReid(root))).toBe(readme);
});

test("what was not measured is not claimed", () => {
  expect(attackFigures(undefined)).toMatch(/not measured/);
  expect(attackFigures({ figures: {}, bounds: [] })).not.toMatch(/%/);
});

test("both sides of an attack beside the chance, and what remains useful", () => {
  const figures = {
    "population-A-raw-rank1-20": 0.9,
    "population-A-shipped-rank1-20": 0.015,
    "elements-kept": 1,
    "order-kept-among-fields": 0.5,
  };
  const bounds = [{ name: "population A shipped, rank-1 at 20 (p 0.500)", most: 0.02 }];
  expect(attackFigures({ figures, bounds }).split("\n").slice(2)).toEqual([
    "| a simulated company's work, 100 people | 90% | 1.5% | 1% |",
    "",
    "What leaves keeps 100% of the elements, 50% of the order among the fields of a page.",
  ]);
});

test("a README without a place for them is refused", () => {
  expect(() => withAttacks("# Tooltrail", undefined)).toThrow("no place");
});
