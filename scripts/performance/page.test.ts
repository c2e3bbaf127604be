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
  const { overhead, worker, store, pages, soak, collector } = results;
  const all = [overhead, worker, store, pages, soak, collector];
  for (const { name, holds } of all.flatMap((one) => one?.bounds ?? []))
    expect(page).toMatch(
      new RegExp(`\\| ${name} \\|.*\\| ${holds ? "holds" : "\\*\\*does not hold\\*\\*"} \\|`),
    );
});

test("the person's pages have their figures there once they were measured, and before that it says so", () => {
  expect(performancePage({ ...results, pages: undefined })).toContain(
    "`npm run bench -- pages`: not measured yet.",
  );
  const pages = { ...results.store, figures: { "first-list-ms": 171.5 }, bounds: [] };
  const page = performancePage({ ...results, pages });
  expect(page).toContain("| My data shows its list, ms | 171.5 |");
  expect(page).not.toContain("`npm run bench -- pages`: not measured yet.");
});
