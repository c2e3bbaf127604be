// The release as it is built for `npm test` (scripts/test.ts builds before the specs) against its budgets.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { type Budget, budgets, mostInPage } from "./size-budgets.ts";

const output = process.env.TOOLTRAIL_OUTPUT ?? ".output";

/** The files of a bundle; of a page all that it names, scripts and styles. */
function filesOf({ build, bundle }: Pick<Budget, "build" | "bundle">): string[] {
  const folder = join(output, build);
  if (!existsSync(folder))
    throw new Error(`${folder} is missing: build the release for both browsers first.`);
  if (bundle === "content script") return [join(folder, "content-scripts", "content.js")];
  if (bundle === "background") return [join(folder, "background.js")];
  const page = join(folder, `${bundle}.html`);
  const named = [...readFileSync(page, "utf8").matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)];
  return [page, ...named.map(([, file]) => join(folder, file!))];
}

function measure(files: readonly string[]): { raw: number; gzip: number } {
  const contents = files.map((file) => readFileSync(file));
  const sum = (sizes: number[]) => sizes.reduce((all, size) => all + size, 0);
  return {
    raw: sum(contents.map(({ length }) => length)),
    gzip: sum(contents.map((content) => gzipSync(content, { level: 9 }).length)),
  };
}

for (const { build, bundle, raw, gzip } of budgets) {
  test(`${build}: ${bundle} weighs at most ${raw} bytes, ${gzip} gzip`, () => {
    const files = filesOf({ build, bundle });
    const size = measure(files);
    console.log(`${build} ${bundle}: ${size.raw} bytes, ${size.gzip} gzip, in ${files.length} files`);
    expect(size.raw, "raw").toBeLessThanOrEqual(raw);
    expect(size.gzip, "gzip").toBeLessThanOrEqual(gzip);
  });
}

test("every bundle of both browsers has a budget, with a reason", () => {
  const names = budgets.map(({ build, bundle }) => `${build} ${bundle}`);
  expect(new Set(names).size).toBe(8);
  for (const { because } of budgets) expect(because.length).toBeGreaterThan(20);
});

test("all that is put into a page is the content script", () => {
  for (const { build, bundle, gzip } of budgets) {
    if (bundle !== "content script") continue;
    const manifest = JSON.parse(readFileSync(join(output, build, "manifest.json"), "utf8"));
    expect([manifest.web_accessible_resources, manifest.content_scripts]).toEqual([undefined, undefined]);
    console.log(`${build}: ${gzip} gzip, where issue 4 asks for ${mostInPage}`);
  }
});
