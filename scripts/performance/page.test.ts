import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { performancePage, readResults, withFigures } from "./page.ts";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const results = readResults(root);

test("docs/performance.md is what the results say", () => {
  expect(read("docs/performance.md")).toBe(performancePage(results));
});

test("the README's figures are those of the results", () => {
  expect(withFigures(read("README.md"), results)).toBe(read("README.md"));
});

test("a README without a place for them is refused", () => {
  expect(() => withFigures("# Tooltrail", results)).toThrow("no place");
});

test("every bound is on the page, held or not", () => {
  const page = performancePage(results);
  const { overhead, worker, store, soak } = results;
  for (const { name, holds } of [overhead, worker, store, soak].flatMap(({ bounds }) => bounds))
    expect(page).toMatch(
      new RegExp(`\\| ${name} \\|.*\\| ${holds ? "holds" : "\\*\\*does not hold\\*\\*"} \\|`),
    );
});
