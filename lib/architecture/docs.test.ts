import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { type KindName, kindNames, kinds, shippedKindNames } from "../../schemas/step.ts";
import * as rows from "../../schemas/wire-rows.ts";
import { t } from "../platform/words.ts";
import { root } from "./tree.ts";

const pages = ["README.md", ...globSync("docs/**/*.md", { cwd: root })];
const read = (page: string): string => readFileSync(join(root, page), "utf8").replace(/\s+/g, " ");

test.each(pages)("%s links to what is there", (page) => {
  const links = [...read(page).matchAll(/\]\(([^)#\s]+)/g)].map(([, link]) => link!);
  const missing = links.filter(
    (link) => !/^https?:/.test(link) && !existsSync(join(root, dirname(page), link)),
  );
  expect(missing).toEqual([]);
});

test.each(kindNames)("the data dictionary says of %s what a person is told of it", (kind: KindName) => {
  const [title, what, leaves] = [t(`kind.${kind}.title`), t(`kind.${kind}.what`), t(`kind.${kind}.leaves`)];
  const text = read("docs/data-dictionary.md");
  expect(text).toContain(`\`${kind}\` ${title} | "${what}"`);
  expect(text).toContain(`\`${kind}\`: "${leaves}"`);
  for (const measure of Object.keys(kinds[kind].stored)) expect(text).toContain(`\`${measure}\``);
});

const words = (columns: readonly rows.Column[]): string =>
  columns
    .map(({ name, optional, usual }) =>
      optional || usual === undefined ? name : `${name} (${JSON.stringify(usual)})`,
    )
    .join(", ");

test("the data dictionary says the columns of every row that leaves", () => {
  const text = read("docs/data-dictionary.md");
  const { toolColumns, placeColumns, linkColumns, targetColumns, anchorColumns, selectorColumns } = rows;
  for (const columns of [toolColumns, placeColumns, linkColumns, targetColumns])
    expect(text).toContain(`| ${words(columns)}`);
  for (const columns of Object.values(anchorColumns)) expect(text).toContain(words(columns));
  for (const [by, columns] of Object.entries(selectorColumns))
    expect(text).toContain(`${by}: ${words(columns.slice(1))}`);
  for (const kind of shippedKindNames) {
    const [first, last] = [rows.stepColumns(kind).slice(0, 5), rows.stepColumns(kind).slice(-2)];
    expect(text).toContain(`| ${words(first)}, the kind's measures, ${words(last)}`);
    const measures = words(rows.stepColumns(kind).slice(5, -2));
    if (measures) expect(text).toContain(`${kind}: ${measures}.`);
  }
});
